import { useEffect, useState } from "preact/hooks";
import type { Review, ReviewState } from "../../../../src/conduct/reviews.ts";
import { sentence } from "../../codes-text.ts";
import { refusalCode } from "../../refusal.ts";
import { say } from "../../text/say.ts";
import { get } from "../api.ts";
import { queueTurn } from "../live.ts";
import { useLoading, usePaced, useSettled } from "../loading.ts";
import { kindOrder } from "../words.ts";
import { decidingWords } from "./deciding.ts";

type Page = { readonly reviews: readonly Review[]; readonly cursor?: string };

const pageSize = 50;
const longest = 500;

/** What is in the queue, kept up to date, and which of it is looked at. */
export const useQueue = (state: ReviewState, search: string) => {
  const wanted = useSettled(search.trim());
  const [count, setCount] = useState(pageSize);
  const [chosen, setChosen] = useState("");
  const [blamed, setBlamed] = useState("");
  const turn = usePaced(queueTurn.value);
  const loading = useLoading(() => loadUpTo(count, state, wanted), `${state} ${wanted} ${count} ${turn}`);
  // While the others are on their way, those of before don't pass for them.
  const isOld = loading.data?.reviews.some((review) => review.state !== state) === true;
  const ofState = isOld ? undefined : loading.data?.reviews;
  const inOrder = ofState && groupsOf(ofState, state).flatMap(({ found }) => found);
  // What was decided by somebody else is gone; then the first one is looked at.
  const isThere = inOrder?.some(({ id }) => id === chosen);
  const selected = isThere || chosen === none ? chosen : (inOrder?.[0]?.id ?? "");

  const select = (id: string) => {
    setBlamed("");
    setChosen(id === "" ? none : id);
  };
  const move = (by: 1 | -1) => {
    if (inOrder === undefined || inOrder.length === 0) return;
    const at = inOrder.findIndex(({ id }) => id === selected);
    const next = inOrder[at === -1 ? 0 : Math.min(inOrder.length - 1, Math.max(0, at + by))];
    if (next === undefined) return;
    select(next.id);
    focusOn(next.id);
  };
  /** After a decision the next one is looked at. */
  const settle = (id: string) => {
    const at = inOrder?.findIndex((one) => one.id === id) ?? -1;
    const next = inOrder?.[at + 1] ?? inOrder?.[at - 1];
    if (next !== undefined && state === "open") {
      select(next.id);
      focusOn(next.id);
    }
    void loading.reload();
  };
  const blame = (error: unknown) => {
    const code = refusalCode(error) ?? "offline";
    setBlamed(decidingWords()[code] ?? sentence(code));
    void loading.reload();
  };
  // What comes in above it must not take its place under somebody's finger.
  useEffect(() => {
    if (chosen !== none) setChosen(selected);
  }, [selected]);
  useEffect(() => {
    setBlamed("");
    setCount(pageSize);
  }, [state, wanted]);
  return {
    reviews: inOrder,
    selected,
    select,
    move,
    settle,
    blame,
    fault: blamed || loading.fault,
    hasMore: loading.data?.cursor !== undefined && count < longest,
    loadMore: () => setCount(count + pageSize),
  };
};

/** Nothing is looked at, by wish. */
const none = "-";

const loadUpTo = async (count: number, state: ReviewState, search: string): Promise<Page> => {
  let page: Page = await get("reviews", { state, search, limit: pageSize });
  while (page.cursor !== undefined && page.reviews.length < count) {
    const more: Page = await get("reviews", { state, search, limit: pageSize, cursor: page.cursor });
    page = { ...more, reviews: [...page.reviews, ...more.reviews] };
  }
  return page;
};

/** By kind while they are open; decided ones all together, the latest first. */
export const groupsOf = (reviews: readonly Review[], state: ReviewState) => {
  if (state !== "open") {
    const title = say(`admin:queue.${state}`);
    const found = reviews.toSorted((one, other) => (other.decidedAt ?? other.at) - (one.decidedAt ?? one.at));
    return found.length === 0 ? [] : [{ kind: state, title, found }];
  }
  return kindOrder
    .map((kind) => ({
      kind,
      title: say(`admin:kinds.${kind}`),
      found: reviews.filter((review) => review.kind === kind),
    }))
    .filter(({ found }) => found.length > 0);
};

/** After it has been drawn as the one that is looked at. */
const focusOn = (id: string): void => {
  requestAnimationFrame(() =>
    requestAnimationFrame(() => {
      const line = document.getElementById(`matter-${id}`);
      line?.focus();
      line?.scrollIntoView({ block: "nearest" });
    }),
  );
};
