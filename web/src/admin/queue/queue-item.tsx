import type { Review } from "../../../../src/conduct/reviews.ts";
import { follow } from "../../route.ts";
import { inFigures } from "../../text/figures.ts";
import { parts } from "../../text/parts.tsx";
import { sayRich } from "../../text/rich.ts";
import { say } from "../../text/say.ts";
import { adminPath } from "../sections.ts";
import { Ago } from "../when.tsx";
import { causeWords } from "../words.ts";
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
        <span class={`kind is-${kind}`}>{say(`admin:kind.${kind}`)}</span>
        <span class="words">{text || say("admin:noWords")}</span>
        <span class="author">
          {name}
          {category !== "" && ` · ${causeWords(category)}`}
          {reports.length > 1 && ` · ${say("admin:queue.reports", { count: reports.length })}`}
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
      <dt>{say("admin:queue.by")}</dt>
      <dd>
        <a href={adminPath("people", player)} onClick={follow}>
          {name || player}
        </a>
      </dd>
    </div>
    {lobby !== "" && (
      <div>
        <dt>{say("admin:queue.lobby")}</dt>
        <dd>
          <a href={adminPath("lobbies", lobby)} onClick={follow}>
            <code>{lobby}</code>
          </a>
        </dd>
      </div>
    )}
    {category !== "" && (
      <div>
        <dt>{say(kind === "appeal" ? "admin:queue.for" : "admin:queue.category")}</dt>
        <dd>{causeWords(category)}</dd>
      </div>
    )}
    {rule !== "" && (
      <div>
        <dt>{say(kind === "appeal" ? "admin:queue.against" : "admin:queue.rule")}</dt>
        <dd class="mono">{rule}</dd>
      </div>
    )}
    {score > 0 && (
      <div>
        <dt>{say("admin:queue.score")}</dt>
        <dd>{inFigures(score, { minimumFractionDigits: 2, maximumFractionDigits: 2 })}</dd>
      </div>
    )}
  </dl>
);

/** The lines before it, then the line itself. */
const Context = ({ review: { context, name, text, kind } }: { readonly review: Review }) => (
  <ol class="context" aria-label={say(kind === "appeal" ? "admin:queue.appealSays" : "admin:queue.said")}>
    {context.map((line) => (
      <li key={line.id}>
        <strong>{line.name}</strong> <span>{line.text}</span>
      </li>
    ))}
    <li class="is-it">
      <strong>{name}</strong> <span data-testid="matter-text">{text || say("admin:noWords")}</span>
    </li>
  </ol>
);

const Actions = ({ review: { kind }, onAct }: Omit<Props, "isSelected" | "onSelect">) => (
  <div class="actions">
    <button class="small" data-testid="allow" aria-keyshortcuts="a" onClick={() => onAct("allow")}>
      {say(kind === "appeal" ? "admin:queue.allowAppeal" : "admin:queue.allow")} <kbd aria-hidden="true">a</kbd>
    </button>
    <button class="small danger" data-testid="deny" aria-keyshortcuts="d" onClick={() => onAct("deny")}>
      {say(kind === "appeal" ? "admin:queue.denyAppeal" : "admin:queue.deny")} <kbd aria-hidden="true">d</kbd>
    </button>
    {kind !== "appeal" && kind !== "person" && (
      <button class="small" data-testid="except" aria-keyshortcuts="e" onClick={() => onAct("except")}>
        {say("admin:queue.except")} <kbd aria-hidden="true">e</kbd>
      </button>
    )}
  </div>
);

const Decided = ({ review: { state, decidedAt, decidedBy, why } }: { readonly review: Review }) => {
  const values = { state, when: decidedAt === null ? "" : <Ago at={decidedAt} /> };
  const by = (
    <a href={adminPath("people", decidedBy)} onClick={follow}>
      {decidedBy}
    </a>
  );
  return (
    <p class="decided">
      {decidedBy === ""
        ? sayRich("admin:queue.decided", values, parts)
        : sayRich("admin:queue.decidedBy", { ...values, by }, parts)}
      {why !== "" && `: ${why}`}
    </p>
  );
};
