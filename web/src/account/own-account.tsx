import { useState } from "preact/hooks";
import { lazyPart } from "../conduct/lazy-part.tsx";
import { PrivacyNote } from "../conduct/privacy-note.tsx";
import { Unfold } from "../conduct/unfold.tsx";
import { type Me, signOutEverywhere } from "../session.ts";
import { AccountDoors } from "./account-doors.tsx";
import { useSending } from "./sending.ts";

const RecordList = lazyPart(() => import("../conduct/record-list.tsx").then((loaded) => loaded.RecordList));
const OwnData = lazyPart(() => import("./own-data.tsx").then((loaded) => loaded.OwnData));

/** For guests the ways to an account; for who has one, the way out of it on all devices; for all, their record and their data. */
export const OwnAccount = ({ who }: { readonly who: Me }) => (
  <section class="own-account" aria-labelledby="account" data-testid="account">
    <h2 id="account">Your account</h2>
    {who.anonymous ? (
      <>
        <p class="muted">You play as a guest. With an account you are the same on every device.</p>
        <AccountDoors guest={who.name} />
      </>
    ) : (
      <SignOutEverywhere />
    )}
    <Unfold title="My record" testId="my-record">
      <RecordList />
    </Unfold>
    <Unfold title="My data" testId="my-data">
      <OwnData who={who} />
    </Unfold>
    <PrivacyNote />
  </section>
);

const SignOutEverywhere = () => {
  const [sure, setSure] = useState(false);
  const { busy, fault, run } = useSending();
  const press = () => {
    setSure(!sure);
    if (sure) void run(signOutEverywhere);
  };
  return (
    <>
      <p class="muted">Left yourself signed in somewhere? This ends it on all devices, this one included.</p>
      <button
        class="small"
        data-testid="sign-out-everywhere"
        aria-disabled={busy}
        onClick={press}
        onBlur={() => setSure(false)}
      >
        {sure ? "Really sign out everywhere?" : "Sign out everywhere"}
      </button>
      <p class="fault" role="alert">
        {fault}
      </p>
    </>
  );
};
