import type { Review } from "../../../../src/conduct/reviews.ts";
import { follow } from "../../route.ts";
import { adminPath } from "../sections.ts";
import { Ago } from "../when.tsx";
import { counted, kindWords, plain } from "../words.ts";
import type { Deciding } from "./deciding.ts";
import { Reports } from "./reports.tsx";

type Props = {
  readonly review: Review;
  readonly isSelected: boolean;
  readonly onSelect: () => void;
  readonly onAct: (decision: Deciding) => void;
};

/** One matter: a line of the list, and all about it while it is looked at. */
export const QueueItem = ({ review, isSelected, onSelect, onAct }: Props) => {
  const { id, kind, name, text, reports, category, at, state } = review;
  return (
    <li class={isSelected ? "is-selected" : ""} data-testid="matter" data-kind={kind}>
      <button id={`matter-${id}`} class="matter" aria-expanded={isSelected} onClick={onSelect}>
        <span class={`kind is-${kind}`}>{kindWords[kind].one}</span>
        <span class="words">{text || "(no words)"}</span>
        <span class="author">
          {name}
          {category !== "" && ` · ${plain(category)}`}
          {reports.length > 1 && ` · ${counted(reports.length, "report")}`}
        </span>
        <span class="when">
          <Ago at={at} />
        </span>
      </button>
      {isSelected && (
        <div class="matter-open">
          <Facts review={review} />
          <Context review={review} />
          <Reports reports={reports} />
          {state === "open" ? <Actions review={review} onAct={onAct} /> : <Decided review={review} />}
        </div>
      )}
    </li>
  );
};

const Facts = ({ review: { kind, player, name, lobby, rule, category, score } }: { readonly review: Review }) => (
  <dl class="facts">
    <div>
      <dt>By</dt>
      <dd>
        <a href={adminPath("people", player)} onClick={follow}>
          {name || player}
        </a>
      </dd>
    </div>
    {lobby !== "" && (
      <div>
        <dt>Lobby</dt>
        <dd>
          <a href={adminPath("lobbies", lobby)} onClick={follow}>
            <code>{lobby}</code>
          </a>
        </dd>
      </div>
    )}
    {category !== "" && (
      <div>
        <dt>{kind === "appeal" ? "For" : "Category"}</dt>
        <dd>{plain(category)}</dd>
      </div>
    )}
    {rule !== "" && (
      <div>
        <dt>{kind === "appeal" ? "Against a" : "Rule"}</dt>
        <dd class="mono">{rule}</dd>
      </div>
    )}
    {score > 0 && (
      <div>
        <dt>Score</dt>
        <dd>{score.toFixed(2)}</dd>
      </div>
    )}
  </dl>
);

/** The lines before it, then the line itself. */
const Context = ({ review: { context, name, text, kind } }: { readonly review: Review }) => (
  <ol class="context" aria-label={kind === "appeal" ? "What the appeal says" : "What was said"}>
    {context.map((line) => (
      <li key={line.id}>
        <strong>{line.name}</strong> <span>{line.text}</span>
      </li>
    ))}
    <li class="is-it">
      <strong>{name}</strong> <span data-testid="matter-text">{text || "(no words)"}</span>
    </li>
  </ol>
);

const Actions = ({ review: { kind }, onAct }: Omit<Props, "isSelected" | "onSelect">) => (
  <div class="actions">
    <button class="small" data-testid="allow" aria-keyshortcuts="a" onClick={() => onAct("allow")}>
      {kind === "appeal" ? "Allow the appeal…" : "Allow"} <kbd aria-hidden="true">a</kbd>
    </button>
    <button class="small danger" data-testid="deny" aria-keyshortcuts="d" onClick={() => onAct("deny")}>
      {kind === "appeal" ? "Deny the appeal…" : "Deny…"} <kbd aria-hidden="true">d</kbd>
    </button>
    {kind !== "appeal" && kind !== "person" && (
      <button class="small" data-testid="except" aria-keyshortcuts="e" onClick={() => onAct("except")}>
        Allow from now on… <kbd aria-hidden="true">e</kbd>
      </button>
    )}
  </div>
);

const Decided = ({ review: { state, decidedAt, decidedBy, why } }: { readonly review: Review }) => (
  <p class="decided">
    <strong>{state === "allowed" ? "Allowed" : "Denied"}</strong> {decidedAt !== null && <Ago at={decidedAt} />}
    {decidedBy !== "" && (
      <>
        {" "}
        by{" "}
        <a href={adminPath("people", decidedBy)} onClick={follow}>
          {decidedBy}
        </a>
      </>
    )}
    {why !== "" && `: ${why}`}
  </p>
);
