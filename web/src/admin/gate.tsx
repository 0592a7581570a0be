import { useEffect, useState } from "preact/hooks";
import { EmailSignIn } from "../account/email-sign-in.tsx";
import { Brand } from "../home/brand.tsx";
import { follow } from "../route.ts";
import { isStaff, type Me, restore, signOut } from "../session.ts";
import { say } from "../text/say.ts";
import { hasEnded, isRefused } from "./api.ts";

/** Asks who is there: an account, as guests have no role. */
export const StaffSignIn = () => {
  useEffect(() => {
    document.title = say("admin:staff.title");
  }, []);
  return (
    <div class="narrow">
      <header>
        <Brand />
      </header>
      <main class="card" data-testid="staff-sign-in">
        <h1>{say("admin:gate.signIn")}</h1>
        <p class="muted">{say("admin:gate.for")}</p>
        <p role="status">{hasEnded.value && say("admin:gate.ended")}</p>
        <EmailSignIn />
      </main>
    </div>
  );
};

/** Somebody without the role, or without it any more. */
export const NotForYou = ({ me }: { readonly me: Me }) => {
  const [looking, setLooking] = useState(false);
  useEffect(() => {
    document.title = say("admin:staff.title");
  }, []);
  const wasStaff = isStaff(me);
  const lookAgain = async () => {
    setLooking(true);
    await restore();
    isRefused.value = false;
    setLooking(false);
  };
  return (
    <div class="narrow">
      <header>
        <Brand />
      </header>
      <main class="card" data-testid="not-for-you">
        <h1>{say(wasStaff ? "admin:gate.lost" : "admin:gate.notForYou")}</h1>
        <p role="alert">{wasStaff ? say("admin:gate.lostHelp") : say("admin:gate.who", { name: me.name })}</p>
        <div class="actions">
          {wasStaff && (
            <button aria-disabled={looking} onClick={() => void lookAgain()}>
              {say("admin:gate.again")}
            </button>
          )}
          <button onClick={() => void signOut()}>{say("admin:gate.other")}</button>
          <a class="button quiet" href="/" onClick={follow}>
            {say("admin:gate.home")}
          </a>
        </div>
      </main>
    </div>
  );
};
