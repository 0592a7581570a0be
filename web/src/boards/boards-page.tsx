import { useEffect, useState } from "preact/hooks";
import { useFetched } from "../people/fetched.ts";
import { Page } from "../people/page.tsx";
import { numberText } from "../people/words.ts";
import { me } from "../session.ts";
import { sayRich } from "../text/rich.ts";
import { say } from "../text/say.ts";
import {
  atOnce,
  boards,
  kinds,
  lastAfter,
  type Place,
  queryOf,
  readBoard,
  readSeasons,
  type Wish,
  wishIn,
} from "./board.ts";
import { BoardTable, gamesUntilRated } from "./board-table.tsx";
import { Choose, ChooseMode, ChooseSeason, SeasonSpan } from "./choose.tsx";

/** The best of all time, of this week, of today, of a season and by rating; of one mode or all; people and bots apart. */
export const BoardsPage = () => {
  const [wish, setWish] = useState<Wish>(() => wishIn(location.search));
  const own = me.value?.id ?? "";
  const { data, isOld, code, fault, again } = useFetched(`${queryOf(wish)} ${own}`, () => readBoard(wish));
  const { data: seasons } = useFetched("seasons", readSeasons);
  const { board, kind, mode, season, after } = wish;
  // A server without seasons has no board of any.
  const offered = seasons?.length === 0 ? boards.filter((one) => one !== "season" || one === board) : boards;
  const isRating = board === "rating";
  useEffect(() => {
    // The page can be sent to others, and loaded again, as it is.
    history.replaceState(history.state, "", `/boards?${queryOf(wish)}`);
  }, [wish]);
  const choose = (change: Partial<Wish>) => setWish({ ...wish, after: 0, ...change });
  const page = (to: number) => {
    setWish({ ...wish, after: to });
    document.getElementById("board-title")?.scrollIntoView();
  };
  return (
    <Page title={say("people:page.boards")}>
      <section class="card boards" aria-labelledby="board-title">
        <h1 id="board-title">{say("people:page.boards")}</h1>
        <Choose
          name="board"
          legend={say("people:board.legendTime")}
          options={offered.map((value) => ({ value, name: say(`people:board.${value}`) }))}
          chosen={board}
          onChoose={(value) => choose({ board: value, ...(value === "rating" ? { kind: "human" } : {}) })}
        />
        {!isRating && (
          <Choose
            name="kind"
            legend={say("people:board.legendWho")}
            options={kinds.map((value) => ({ value, name: say(`people:board.${value}`) }))}
            chosen={kind}
            onChoose={(value) => choose({ kind: value })}
          />
        )}
        <div class="board-parts">
          <ChooseMode chosen={mode} onChoose={(value) => choose({ mode: value })} />
          {board === "season" && (
            <ChooseSeason seasons={seasons ?? []} chosen={season} onChoose={(value) => choose({ season: value })} />
          )}
        </div>
        {isRating && <p class="muted">{say("people:board.aboutRating", { games: gamesUntilRated })}</p>}
        {board === "season" && code === "" && data?.season !== undefined && <SeasonSpan season={data.season} />}
        <p class="for-ears" role="status">
          {data === undefined ? "" : say("people:board.onPage", { count: data.entries.length })}
        </p>
        {code !== "" && (
          <>
            <p role="alert">{fault}</p>
            <button onClick={again}>{say("people:page.again")}</button>
          </>
        )}
        {data === undefined && code === "" && <p class="muted">{say("play:page.moment")}</p>}
        {code === "" && data !== undefined && (
          <div class={isOld ? "board old" : "board"} aria-busy={isOld}>
            {data.me !== undefined && <OwnPlace place={data.me} isRating={isRating} shown={after} onShow={page} />}
            {data.entries.length === 0 ? (
              <p class="muted">{emptyWords(wish)}</p>
            ) : (
              <BoardTable entries={data.entries} own={own} hasFaces isRating={isRating} testId="board" />
            )}
            <div class="actions pager">
              {after > 0 && (
                <button data-testid="board-back" onClick={() => page(Math.max(0, after - atOnce))}>
                  {say("people:board.better")}
                </button>
              )}
              {data.more && after + atOnce <= lastAfter && (
                <button data-testid="board-more" onClick={() => page(after + atOnce)}>
                  {say("people:board.next")}
                </button>
              )}
            </div>
          </div>
        )}
      </section>
    </Page>
  );
};

const emptyWords = ({ board, kind, mode, season, after }: Wish): string => {
  if (after > 0) return say("people:board.tooFar");
  return mode === "" && season === "" ? say(`people:empty.${kind}.${board}`) : say("people:board.nobody");
};

type OwnProps = {
  readonly place: Place;
  readonly isRating: boolean;
  readonly shown: number;
  readonly onShow: (after: number) => void;
};

const OwnPlace = ({ place: { rank, of, score }, isRating, shown, onShow }: OwnProps) => {
  const start = Math.floor((rank - 1) / atOnce) * atOnce;
  return (
    <p class="own-place" data-testid="own-place">
      <span>
        {sayRich(
          isRating ? "people:own.rated" : "people:own.place",
          { rank, of: numberText(of), points: numberText(score) },
          { b: (words) => <strong>{words}</strong> },
        )}
      </span>
      {start <= lastAfter && start !== shown && (
        <button class="small" onClick={() => onShow(start)}>
          {say("people:own.show")}
        </button>
      )}
    </p>
  );
};
