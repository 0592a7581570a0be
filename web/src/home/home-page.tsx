import type { ComponentChildren } from "preact";
import { useEffect } from "preact/hooks";
import { OwnAccount } from "../account/own-account.tsx";
import { profilePath } from "../people/paths.ts";
import { follow } from "../route.ts";
import { isStaff, me, signOut } from "../session.ts";
import { LanguageMenu } from "../text/language-menu.tsx";
import { sayRich } from "../text/rich.ts";
import { say } from "../text/say.ts";
import { Brand } from "./brand.tsx";
import { EnterCode } from "./enter-code.tsx";
import { LobbyList } from "./lobby-list.tsx";
import { NewLobby } from "./new-lobby.tsx";
import { SignIn } from "./sign-in.tsx";
import { TopTen } from "./top-ten.tsx";

/** The first page: sign in, then join a lobby or make one. */
export const HomePage = () => {
  useEffect(() => {
    document.title = "Parlor";
  }, []);
  const signedIn = me.value;
  return (
    <div class="home">
      <header class="top">
        <h1>
          <Brand />
        </h1>
        {signedIn && (
          <p class="who">
            <span>
              {sayRich("play:home.hello", { name: <bdi>{signedIn.name}</bdi> }, { a: toProfile(signedIn.id) })}
            </span>
            <a class="button quiet" href="/packs" onClick={follow} data-testid="to-packs">
              {say("play:home.packs")}
            </a>
            {isStaff(signedIn) && (
              <a class="button quiet" href="/admin" onClick={follow} data-testid="to-admin">
                {say("play:home.dashboard")}
              </a>
            )}
            <button class="quiet" onClick={() => void signOut()}>
              {say("play:home.signOut")}
            </button>
          </p>
        )}
      </header>
      <main>
        {signedIn === undefined && <p class="muted">{say("play:page.moment")}</p>}
        {signedIn === null && (
          <>
            <p class="lead">{say("play:home.lead")}</p>
            <SignIn heading={say("play:home.comeIn")} />
          </>
        )}
        {signedIn && <SignedIn />}
        <TopTen />
        {signedIn && <OwnAccount who={signedIn} />}
      </main>
      <footer class="foot">
        <LanguageMenu />
      </footer>
    </div>
  );
};

const toProfile = (id: string) => (name: ComponentChildren) => (
  <a href={profilePath(id)} onClick={follow} data-testid="to-profile">
    {name}
  </a>
);

const SignedIn = () => (
  <>
    <div class="stack">
      <EnterCode />
      <LobbyList />
    </div>
    <NewLobby />
  </>
);
