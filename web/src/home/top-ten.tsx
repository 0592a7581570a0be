import { useEffect, useState } from "preact/hooks";
import { type BoardEntry, BoardTable } from "../boards/board-table.tsx";
import { follow } from "../route.ts";
import { client, me } from "../session.ts";
import { say } from "../text/say.ts";

type Board = {
  readonly entries?: readonly BoardEntry[];
  readonly me?: Pick<BoardEntry, "rank" | "score" | "games">;
};

/** The ten best of all time and, when they are not among them, whoever looks at the page. */
export const TopTen = () => {
  const [board, setBoard] = useState<Board>();
  const own = me.value;
  useEffect(() => {
    if (own === undefined) return;
    client.http.get("/api/leaderboard").then(
      ({ data }) => setBoard(data as Board),
      // The page is as useful without it.
      () => setBoard({ entries: [] }),
    );
  }, [own?.id]);
  const entries = board?.entries;
  const mine = board?.me;
  const isBelow = own && mine !== undefined && entries !== undefined && mine.rank > entries.length;
  const below = isBelow ? [{ ...mine, player: own.id, name: own.name }] : [];
  return (
    <section class="card top-ten" aria-labelledby="top-ten" data-testid="leaderboard">
      <h2 id="top-ten">{say("people:top.title")}</h2>
      {entries?.length === 0 && <p class="muted">{say("people:top.nobody")}</p>}
      {entries !== undefined && entries.length > 0 && (
        <>
          <BoardTable entries={[...entries, ...below]} own={own?.id ?? ""} />
          <p class="more">
            <a href="/boards" onClick={follow} data-testid="to-boards">
              {say("people:top.all")}
            </a>
          </p>
        </>
      )}
    </section>
  );
};
