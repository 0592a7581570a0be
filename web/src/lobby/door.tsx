import { useEffect, useState } from "preact/hooks";
import { sentence } from "../codes-text.ts";
import { signedOutBy } from "../connection.ts";
import { Brand } from "../home/brand.tsx";
import { type LobbyDoor, lookAt } from "../home/lobby-door.ts";
import { SignIn } from "../home/sign-in.tsx";

/** Before a lobby is entered: which one it is, and who comes in. */
export const Door = ({ code }: { readonly code: string }) => {
  const [seen, setSeen] = useState<LobbyDoor | "lobby_not_found">();
  useEffect(() => {
    let isOver = false;
    void lookAt(code).then((found) => isOver || setSeen(found));
    return () => void (isOver = true);
  }, [code]);
  useEffect(() => {
    document.title = `${code} · Parlor`;
  }, [code]);
  return (
    <div class="narrow">
      <header>
        <Brand />
      </header>
      <main>
        {seen === "lobby_not_found" && (
          <p class="put-card" role="alert" data-testid="door-fault">
            {sentence("lobby_not_found")} Look at the code again: it is <code>{code}</code>.
          </p>
        )}
        <SignIn heading={`Join lobby ${code}`} code={code} why={signedOutBy.value && sentence(signedOutBy.value)} />
        {typeof seen === "object" && (
          <p class="door muted" data-testid="door">
            {inside(seen)}
          </p>
        )}
      </main>
    </div>
  );
};

const inside = ({ title, topic, locked, players }: LobbyDoor): string => {
  const name = title || topic || "Mixed trivia";
  const people =
    players === undefined ? "" : players === 1 ? " One is there already." : ` ${players} are there already.`;
  return `${name}${title !== "" && topic !== "" ? `, about ${topic}` : ""}.${people}${
    locked ? " It is locked: only who was there before gets in." : ""
  }`;
};
