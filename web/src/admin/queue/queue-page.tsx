import { useState } from "preact/hooks";
import type { Review, ReviewState } from "../../../../src/conduct/reviews.ts";
import { say } from "../../text/say.ts";
import { useKeys } from "../keys.ts";
import { mention } from "../saying.ts";
import { SearchField } from "../search-field.tsx";
import { type Deciding, decide } from "./deciding.ts";
import { DecideDialog } from "./decide-dialog.tsx";
import { Exceptions } from "./exceptions.tsx";
import { QueueItem } from "./queue-item.tsx";
import { groupsOf, useQueue } from "./queue.ts";

const states: readonly ReviewState[] = ["open", "allowed", "denied"];

/** What waits for a decision, and under a filter what has been decided. */
export const QueuePage = () => {
  const [state, setState] = useState<ReviewState>("open");
  const [search, setSearch] = useState("");
  const [asking, setAsking] = useState<{ readonly review: Review; readonly decision: Deciding }>();
  const [shows, setShows] = useState(false);
  const queue = useQueue(state, search);
  const { reviews, selected, select, move } = queue;

  const allow = async (review: Review) => {
    try {
      await decide(review, { decision: "allow", why: "" });
      mention(say("admin:queue.allowedDone", { kind: review.kind, name: review.name }));
      queue.settle(review.id);
    } catch (error) {
      queue.blame(error);
    }
  };
  const act = (review: Review, decision: Deciding) => {
    if (decision === "allow" && review.kind !== "appeal") void allow(review);
    else setAsking({ review, decision });
  };
  const actOnSelected = (decision: Deciding) => {
    const review = reviews?.find(({ id }) => id === selected);
    if (review !== undefined && review.state === "open") act(review, decision);
  };
  useKeys({
    j: () => move(1),
    k: () => move(-1),
    a: () => actOnSelected("allow"),
    d: () => actOnSelected("deny"),
    e: () => actOnSelected("except"),
  });
  return (
    <>
      <div class="head">
        <h1>{say("admin:section.queue")}</h1>
        <div class="tabs" role="group" aria-label={say("admin:queue.which")}>
          {states.map((id) => (
            <button key={id} aria-pressed={state === id} data-testid={`state-${id}`} onClick={() => setState(id)}>
              {say(`admin:queue.${id}`)}
            </button>
          ))}
        </div>
        <span class="grow" />
        <SearchField label={say("admin:queue.search")} value={search} onInput={setSearch} />
        <button class="small" onClick={() => setShows(true)}>
          {say("admin:queue.exceptions")}
        </button>
      </div>
      <p class="fault" role="alert">
        {queue.fault}
      </p>
      {reviews === undefined && queue.fault === "" && <p class="empty">{say("admin:looking")}</p>}
      {reviews?.length === 0 && (
        <p class="empty" data-testid="nothing">
          {say(state === "open" && search === "" ? "admin:queue.nothing" : "admin:nothingFits")}
        </p>
      )}
      {groupsOf(reviews ?? [], state).map(({ kind, title, found }) => (
        <section key={kind} class="queue-group" aria-label={title}>
          <h2>
            {title} <span class="muted">{found.length}</span>
          </h2>
          <ul class="queue">
            {found.map((review) => (
              <QueueItem
                key={review.id}
                review={review}
                isSelected={review.id === selected}
                onSelect={() => select(review.id === selected ? "" : review.id)}
                onAct={(decision) => act(review, decision)}
              />
            ))}
          </ul>
        </section>
      ))}
      {queue.hasMore && (
        <button class="wide" onClick={queue.loadMore}>
          {say("admin:more")}
        </button>
      )}
      {asking && (
        <DecideDialog
          review={asking.review}
          decision={asking.decision}
          onDone={() => queue.settle(asking.review.id)}
          onClose={() => setAsking(undefined)}
        />
      )}
      {shows && <Exceptions onClose={() => setShows(false)} />}
    </>
  );
};
