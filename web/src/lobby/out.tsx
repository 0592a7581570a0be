import { AccountDoors } from "../account/account-doors.tsx";
import { sentence } from "../codes-text.ts";
import { Banned } from "../conduct/banned.tsx";
import { Brand } from "../home/brand.tsx";
import { EnterCode } from "../home/enter-code.tsx";
import { follow } from "../route.ts";
import { me } from "../session.ts";
import { type Key, say } from "../text/say.ts";
import { FreeSeat, waitAnew } from "./free-seat.tsx";

type Props = {
  readonly code: string;
  readonly word: string;
  readonly onAgain: (isFreed: boolean) => void;
  readonly onWatch: () => void;
};

type Way = {
  readonly heading: Key;
  /** What to press to come in after all; none where nothing helps. */
  readonly again?: Key;
  readonly mayWatch?: boolean;
};

/** What each reason looks like, and what helps; the sentence under it comes with its code. */
const ways: Readonly<Record<string, Way>> = {
  lobby_not_found: { heading: "play:out.lobby_not_found" },
  lobby_deleted: { heading: "play:out.lobby_deleted" },
  lobby_full: { heading: "play:out.lobby_full", again: "play:out.tryAgain", mayWatch: true },
  lobby_locked: { heading: "play:out.lobby_locked", again: "play:out.tryAgain", mayWatch: true },
  registered_only: { heading: "play:out.registered_only", again: "play:out.tryAgain", mayWatch: true },
  name_refused: { heading: "play:out.name_refused" },
  moved: { heading: "play:out.moved", again: "play:out.playHere" },
  left: { heading: "play:out.left", again: "play:out.joinAgain" },
  misuse: { heading: "play:out.misuse", again: "play:out.joinAgain" },
};
const anyWay: Way = { heading: "play:out.other", again: "play:out.joinAgain" };

/** Why somebody is not, or no longer, in the lobby, and the ways on from here. */
export const Out = ({ code, word, onAgain, onWatch }: Props) =>
  word === "banned" ? (
    <Banned code={code} onAgain={onAgain} />
  ) : (
    <Elsewhere code={code} word={word} onAgain={() => onAgain(false)} onWatch={onWatch} />
  );

type ElsewhereProps = {
  readonly code: string;
  readonly word: string;
  readonly onAgain: () => void;
  readonly onWatch: () => void;
};

const Elsewhere = ({ code, word, onAgain, onWatch }: ElsewhereProps) => {
  const { heading, again, mayWatch = false } = ways[word] ?? anyWay;
  const isFull = word === "lobby_full";
  const pressed = () => {
    waitAnew();
    onAgain();
  };
  const own = me.value;
  return (
    <div class="narrow">
      <header>
        <Brand />
      </header>
      <main class="card" data-testid="out" data-word={word}>
        <h1>{say(heading)}</h1>
        <p role="alert">{sentence(word)}</p>
        {isFull && <FreeSeat code={code} onFree={onAgain} />}
        <div class="actions">
          {again !== undefined && (
            <button class="primary" onClick={pressed} data-testid="join-again">
              {say(again)}
            </button>
          )}
          {mayWatch && <button onClick={onWatch}>{say("play:out.watch")}</button>}
          <a class="button" href="/" onClick={follow}>
            {say("play:out.allLobbies")}
          </a>
        </div>
        {word === "registered_only" && own?.anonymous === true && <AccountDoors guest={own.name} />}
      </main>
      {word === "lobby_not_found" && <EnterCode />}
    </div>
  );
};

/** For addresses that lead nowhere. */
export const LostPage = () => (
  <div class="narrow">
    <header>
      <Brand />
    </header>
    <main class="card">
      <h1>{say("play:out.nothing")}</h1>
      <p>{say("play:out.nowhere")}</p>
      <div class="actions">
        <a class="button" href="/" onClick={follow}>
          {say("play:out.allLobbies")}
        </a>
      </div>
    </main>
  </div>
);
