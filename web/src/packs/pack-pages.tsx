import { Brand } from "../home/brand.tsx";
import { SignIn } from "../home/sign-in.tsx";
import { Waiting } from "../lobby/lobby-page.tsx";
import { me } from "../session.ts";
import { say } from "../text/say.ts";
import { PackPage } from "./pack-page.tsx";
import { PacksPage } from "./packs-page.tsx";

/** My packs or, with an id, one pack. Whoever looks at them is signed in. */
export const PackPages = ({ id }: { readonly id: string }) => {
  const signedIn = me.value;
  if (signedIn === undefined) return <Waiting words={say("play:page.moment")} />;
  if (signedIn !== null)
    return id === "" ? <PacksPage /> : <PackPage key={`${id} ${signedIn.id}`} id={id} me={signedIn} />;
  return (
    <div class="narrow">
      <header>
        <Brand />
      </header>
      <main>
        <SignIn heading={id === "" ? say("host:packs.title") : say("host:packs.signIn")} />
      </main>
    </div>
  );
};
