import { useEffect, useState } from "preact/hooks";
import { sentence } from "../codes-text.ts";
import { signedOutBy } from "../connection.ts";
import { Brand } from "../home/brand.tsx";
import { type LobbyDoor, lookAt } from "../home/lobby-door.ts";
import { SignIn } from "../home/sign-in.tsx";
import { sayRich } from "../text/rich.ts";
import { say } from "../text/say.ts";
import { LanguageMenu } from "../text/language-menu.tsx";

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
            {sayRich("play:door.notFound", { code }, { code: (words) => <code>{words}</code> })}
          </p>
        )}
        <SignIn
          heading={say("play:door.join", { code })}
          code={code}
          why={signedOutBy.value && sentence(signedOutBy.value)}
        />
        {typeof seen === "object" && (
          <p class="door muted" data-testid="door">
            {inside(seen)}
          </p>
        )}
      </main>
      <footer class="foot">
        <LanguageMenu />
      </footer>
    </div>
  );
};

/** What can be said of it from outside, a sentence for each thing. */
const inside = ({ title, topic, locked, players }: LobbyDoor): string => {
  const name = title || topic || say("play:lobbies.mixed");
  return [
    title !== "" && topic !== "" ? say("play:door.about", { name, topic }) : say("play:door.name", { name }),
    players === undefined ? "" : say("play:door.there", { count: players }),
    locked ? say("play:door.locked") : "",
  ]
    .filter((sentences) => sentences !== "")
    .join(" ");
};
