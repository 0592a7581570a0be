import { AccountDoors } from "../account/account-doors.tsx";
import { sentence } from "../codes-text.ts";
import { Banned } from "../conduct/banned.tsx";
import { Brand } from "../home/brand.tsx";
import { EnterCode } from "../home/enter-code.tsx";
import { follow } from "../route.ts";
import { me } from "../session.ts";

type Props = {
  readonly code: string;
  readonly word: string;
  readonly onAgain: (isFreed: boolean) => void;
  readonly onWatch: () => void;
};

type Way = {
  readonly heading: string;
  /** What to press to come in after all; "" where nothing helps. */
  readonly again: string;
  readonly mayWatch?: boolean;
};

/** What each reason looks like, and what helps; the sentence under it comes with its code. */
const ways: Readonly<Record<string, Way>> = {
  lobby_not_found: { heading: "No such lobby", again: "" },
  lobby_deleted: { heading: "This lobby is closed", again: "" },
  lobby_full: { heading: "This lobby is full", again: "Try again", mayWatch: true },
  lobby_locked: { heading: "This lobby is locked", again: "Try again", mayWatch: true },
  registered_only: { heading: "For people with an account", again: "Try again", mayWatch: true },
  name_refused: { heading: "This name can't be used", again: "" },
  moved: { heading: "You play on elsewhere", again: "Play here instead" },
  left: { heading: "You are out of the lobby", again: "Join again" },
  misuse: { heading: "That was too much at once", again: "Join again" },
};
const anyWay: Way = { heading: "You are not in the lobby", again: "Join again" };

/** Why somebody is not, or no longer, in the lobby, and the ways on from here. */
export const Out = ({ code, word, onAgain, onWatch }: Props) =>
  word === "banned" ? (
    <Banned code={code} onAgain={onAgain} />
  ) : (
    <Elsewhere word={word} onAgain={() => onAgain(false)} onWatch={onWatch} />
  );

type ElsewhereProps = { readonly word: string; readonly onAgain: () => void; readonly onWatch: () => void };

const Elsewhere = ({ word, onAgain, onWatch }: ElsewhereProps) => {
  const { heading, again, mayWatch = false } = ways[word] ?? anyWay;
  const own = me.value;
  return (
    <div class="narrow">
      <header>
        <Brand />
      </header>
      <main class="card" data-testid="out" data-word={word}>
        <h1>{heading}</h1>
        <p role="alert">{sentence(word)}</p>
        <div class="actions">
          {again !== "" && (
            <button class="primary" onClick={onAgain} data-testid="join-again">
              {again}
            </button>
          )}
          {mayWatch && <button onClick={onWatch}>Watch</button>}
          <a class="button" href="/" onClick={follow}>
            All lobbies
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
      <h1>There is nothing here</h1>
      <p>This address leads nowhere.</p>
      <div class="actions">
        <a class="button" href="/" onClick={follow}>
          All lobbies
        </a>
      </div>
    </main>
  </div>
);
