import { useState } from "preact/hooks";
import { Timer } from "../../game/timer.tsx";
import { lobby } from "../../store.ts";
import { say } from "../../text/say.ts";
import { type Ask, asksFor, useMove } from "../asks.tsx";
import { AliasName } from "./alias-name.tsx";
import { Log } from "./log.tsx";
import { aliases, lines, own, votes } from "./round.ts";
import { Heading } from "./talk.tsx";

/** Who is a bot? With what was said to look through again. */
export const Vote = () => {
  const [ask] = asksFor("suspects");
  return (
    <div class="find-the-bot hushed">
      <Timer />
      <Heading />
      {ask !== undefined && <Ballot key={ask.id} ask={ask} />}
      <p class="muted" role="status">
        {own().vote !== null && <>{say("modeFindTheBot:vote.done")} </>}
        <span data-testid="vote-count">{say("modeFindTheBot:vote.count", { count: votes() })}</span>
      </p>
      <Log />
    </div>
  );
};

const Ballot = ({ ask }: { readonly ask: Ask }) => {
  const [marked, setMarked] = useState<ReadonlySet<string>>(new Set());
  const { fault, busy, act } = useMove(ask);
  const turn = (id: string, isOn: boolean) =>
    setMarked(new Set([...marked].filter((one) => one !== id).concat(isOn ? id : [])));
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    void act({ number: aliases().reduce((sum, { id }, index) => sum + (marked.has(id) ? 2 ** index : 0), 0) });
  };
  return (
    <form onSubmit={submit} data-testid="ballot">
      <fieldset class="suspects" disabled={busy || lobby.value?.game.paused}>
        <legend>{say("modeFindTheBot:vote.legend")}</legend>
        <p class="muted">{say("modeFindTheBot:vote.hint")}</p>
        <div class="suspect-list">
          {aliases().map(({ id }) => (
            <Suspect key={id} id={id} isMarked={marked.has(id)} onTurn={(isOn) => turn(id, isOn)} />
          ))}
        </div>
        <button class="primary wide" data-testid="vote">
          {marked.size === 0
            ? say("modeFindTheBot:vote.nobody")
            : say("modeFindTheBot:vote.some", { count: marked.size })}
        </button>
      </fieldset>
      <p class="fault" role="alert">
        {fault}
      </p>
    </form>
  );
};

type SuspectProps = { readonly id: string; readonly isMarked: boolean; readonly onTurn: (isOn: boolean) => void };

const Suspect = ({ id, isMarked, onTurn }: SuspectProps) => {
  const isMine = own().aliases.includes(id);
  const count = lines().filter(({ alias }) => alias === id).length;
  return (
    <label class="suspect">
      <input
        type="checkbox"
        checked={isMarked}
        disabled={isMine}
        onChange={({ currentTarget }) => onTurn(currentTarget.checked)}
      />
      <AliasName id={id} />
      <span class="muted">{isMine ? say("modeFindTheBot:vote.own") : say("modeFindTheBot:vote.lines", { count })}</span>
    </label>
  );
};
