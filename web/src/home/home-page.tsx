import { useEffect } from "preact/hooks";
import { OwnAccount } from "../account/own-account.tsx";
import { follow } from "../route.ts";
import { isStaff, me, signOut } from "../session.ts";
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
              Hello,{" "}
              <a href={`/p/${encodeURIComponent(signedIn.id)}`} onClick={follow} data-testid="to-profile">
                <bdi>{signedIn.name}</bdi>
              </a>
            </span>
            <a class="button quiet" href="/packs" onClick={follow} data-testid="to-packs">
              Question packs
            </a>
            {isStaff(signedIn) && (
              <a class="button quiet" href="/admin" onClick={follow} data-testid="to-admin">
                Dashboard
              </a>
            )}
            <button class="quiet" onClick={() => void signOut()}>
              Sign out
            </button>
          </p>
        )}
      </header>
      <main>
        {signedIn === undefined && <p class="muted">One moment…</p>}
        {signedIn === null && (
          <>
            <p class="lead">Chat and play trivia together, with people and AI bots.</p>
            <SignIn heading="Come in" />
          </>
        )}
        {signedIn && <SignedIn />}
        <TopTen />
        {signedIn && <OwnAccount who={signedIn} />}
      </main>
    </div>
  );
};

const SignedIn = () => (
  <>
    <div class="stack">
      <EnterCode />
      <LobbyList />
    </div>
    <NewLobby />
  </>
);
