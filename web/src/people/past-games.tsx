import { useEffect, useRef, useState } from "preact/hooks";
import { useSending } from "../account/sending.ts";
import { follow } from "../route.ts";
import { say } from "../text/say.ts";
import { gamePath } from "./paths.ts";
import { type GamesPage, readGames } from "./profile.ts";
import { dayText, topicText } from "./words.ts";

/** A player's games, newest first, some at a time. */
export const PastGames = ({ id }: { readonly id: string }) => {
  const [games, setGames] = useState<GamesPage["games"]>([]);
  const [cursor, setCursor] = useState<string>();
  const [loaded, setLoaded] = useState(false);
  const { busy, fault, run } = useSending();
  const list = useRef<HTMLOListElement>(null);
  const next = () =>
    run(async () => {
      const page = await readGames(id, cursor);
      setGames([...games, ...page.games]);
      setCursor(page.cursor);
      setLoaded(true);
    });
  useEffect(() => void next(), []);
  const more = async () => {
    const shown = games.length;
    // The button may go; who uses the keyboard goes on with the first of the new ones.
    if (await next()) list.current?.querySelectorAll("a")[shown]?.focus();
  };
  return (
    <section class="card past-games" aria-labelledby="games-title">
      <h2 id="games-title">{say("people:games.title")}</h2>
      {loaded && games.length === 0 && <p class="muted">{say("people:games.none")}</p>}
      <ol class="game-list" ref={list} data-testid="past-games">
        {games.map(({ game, topic, at, score, right, rank, of }) => (
          <li key={game}>
            <a href={gamePath(game)} onClick={follow}>
              <span class="grow">
                <bdi class="topic">{topicText(topic)}</bdi>
                <span class="muted">
                  {dayText(at)} · {say("people:games.right", { right })}
                </span>
              </span>
              <span class="outcome">
                <strong>{say("people:games.rank", { rank, of })}</strong>
                <span class="muted">{say("people:games.points", { points: score })}</span>
              </span>
            </a>
          </li>
        ))}
      </ol>
      <p class="fault" role="alert">
        {fault}
      </p>
      {(cursor !== undefined || fault !== "") && (
        <button class="wide" data-testid="more-games" aria-disabled={busy} onClick={() => void more()}>
          {busy ? say("play:page.moment") : say("people:games.more")}
        </button>
      )}
    </section>
  );
};
