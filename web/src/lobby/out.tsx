import { sentence } from "../codes-text.ts";
import { Banned } from "../conduct/banned.tsx";
import { Brand } from "../home/brand.tsx";
import { follow } from "../route.ts";

type Props = {
  readonly code: string;
  readonly word: string;
  readonly onAgain: (isFreed: boolean) => void;
  readonly onWatch: () => void;
};

const final: ReadonlySet<string> = new Set(["lobby_deleted", "lobby_not_found"]);
const watchable: ReadonlySet<string> = new Set(["lobby_full", "lobby_locked", "registered_only"]);

/** Why somebody is not, or no longer, in the lobby, and the ways on from here. */
export const Out = ({ code, word, onAgain, onWatch }: Props) =>
  word === "banned" ? (
    <Banned code={code} onAgain={onAgain} />
  ) : (
    <Elsewhere word={word} onAgain={() => onAgain(false)} onWatch={onWatch} />
  );

type ElsewhereProps = { readonly word: string; readonly onAgain: () => void; readonly onWatch: () => void };

const Elsewhere = ({ word, onAgain, onWatch }: ElsewhereProps) => (
  <div class="narrow">
    <header>
      <Brand />
    </header>
    <main class="card">
      <h1>You are not in the lobby</h1>
      <p role="alert">{sentence(word)}</p>
      <div class="actions">
        {!final.has(word) && (
          <button class="primary" onClick={onAgain}>
            {word === "moved" ? "Play here instead" : "Join again"}
          </button>
        )}
        {watchable.has(word) && <button onClick={onWatch}>Watch</button>}
        <a class="button" href="/" onClick={follow}>
          All lobbies
        </a>
      </div>
    </main>
  </div>
);

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
