import { useEffect, useState } from "preact/hooks";
import { EmailSignIn } from "../account/email-sign-in.tsx";
import { Brand } from "../home/brand.tsx";
import { follow } from "../route.ts";
import { isStaff, type Me, restore, signOut } from "../session.ts";
import { hasEnded, isRefused } from "./api.ts";

/** Asks who is there: an account, as guests have no role. */
export const StaffSignIn = () => {
  useEffect(() => {
    document.title = "Staff · Parlor";
  }, []);
  return (
    <div class="narrow">
      <header>
        <Brand />
      </header>
      <main class="card" data-testid="staff-sign-in">
        <h1>Sign in as staff</h1>
        <p class="muted">For moderators and admins of this server. The admin signs in with the name “admin”.</p>
        <p role="status">
          {hasEnded.value && "Your sign-in has ended, or your role has changed. Please sign in again."}
        </p>
        <EmailSignIn />
      </main>
    </div>
  );
};

/** Somebody without the role, or without it any more. */
export const NotForYou = ({ me }: { readonly me: Me }) => {
  const [looking, setLooking] = useState(false);
  useEffect(() => {
    document.title = "Staff · Parlor";
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
        <h1>{wasStaff ? "Your role has been taken back" : "This page is for the staff"}</h1>
        <p role="alert">
          {wasStaff
            ? "The server no longer lets you see the dashboard."
            : `You are signed in as ${me.name}, who is neither a moderator nor an admin of this server.`}
        </p>
        <div class="actions">
          {wasStaff && (
            <button aria-disabled={looking} onClick={() => void lookAgain()}>
              Look again
            </button>
          )}
          <button onClick={() => void signOut()}>Sign in as somebody else</button>
          <a class="button quiet" href="/" onClick={follow}>
            To the first page
          </a>
        </div>
      </main>
    </div>
  );
};
