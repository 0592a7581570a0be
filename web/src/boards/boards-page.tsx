import { useEffect, useState } from "preact/hooks";
import { useFetched } from "../people/fetched.ts";
import { Page } from "../people/page.tsx";
import { numberText } from "../people/words.ts";
import { me } from "../session.ts";
import { sayRich } from "../text/rich.ts";
import { say } from "../text/say.ts";
import { atOnce, kinds, lastAfter, periods, type Place, queryOf, readBoard, type Wish, wishIn } from "./board.ts";
import { BoardTable } from "./board-table.tsx";

/** The best of all time, of this week and of today; people and bots apart. */
export const BoardsPage = () => {
  const [wish, setWish] = useState<Wish>(() => wishIn(location.search));
  const own = me.value?.id ?? "";
  const { data, isOld, code, fault, again } = useFetched(`${queryOf(wish)} ${own}`, () => readBoard(wish));
  const { board, kind, after } = wish;
  useEffect(() => {
    // The page can be sent to others, and loaded again, as it is.
    history.replaceState(history.state, "", `/boards?${queryOf(wish)}`);
  }, [wish]);
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
          options={periods.map((value) => ({ value, name: say(`people:board.${value}`) }))}
          chosen={board}
          onChoose={(value) => setWish({ ...wish, board: value, after: 0 })}
        />
        <Choose
          name="kind"
          legend={say("people:board.legendWho")}
          options={kinds.map((value) => ({ value, name: say(`people:board.${value}`) }))}
          chosen={kind}
          onChoose={(value) => setWish({ ...wish, kind: value, after: 0 })}
        />
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
            {data.me !== undefined && <OwnPlace place={data.me} shown={after} onShow={page} />}
            {data.entries.length === 0 ? (
              <p class="muted">{emptyWords(wish)}</p>
            ) : (
              <BoardTable entries={data.entries} own={own} hasFaces testId="board" />
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

const emptyWords = ({ board, kind, after }: Wish): string =>
  after > 0 ? say("people:board.tooFar") : say(`people:empty.${kind}.${board}`);

type OwnProps = { readonly place: Place; readonly shown: number; readonly onShow: (after: number) => void };

const OwnPlace = ({ place: { rank, of, score }, shown, onShow }: OwnProps) => {
  const start = Math.floor((rank - 1) / atOnce) * atOnce;
  return (
    <p class="own-place" data-testid="own-place">
      <span>
        {sayRich(
          "people:own.place",
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

type ChooseProps<Value extends string> = {
  readonly name: string;
  readonly legend: string;
  readonly options: readonly { readonly value: Value; readonly name: string }[];
  readonly chosen: Value;
  readonly onChoose: (value: Value) => void;
};

const Choose = <Value extends string>({ name, legend, options, chosen, onChoose }: ChooseProps<Value>) => (
  <fieldset class="segments">
    <legend class="for-ears">{legend}</legend>
    {options.map((option) => (
      <label key={option.value}>
        <input
          type="radio"
          name={name}
          value={option.value}
          checked={option.value === chosen}
          data-testid={`${name}-${option.value}`}
          onChange={() => onChoose(option.value)}
        />
        <span>{option.name}</span>
      </label>
    ))}
  </fieldset>
);
