import { useState } from "preact/hooks";
import { lazyPart } from "../conduct/lazy-part.tsx";
import { PrivacyNote } from "../conduct/privacy-note.tsx";
import { Unfold } from "../conduct/unfold.tsx";
import { type Me, signOutEverywhere } from "../session.ts";
import { say } from "../text/say.ts";
import { AccountDoors } from "./account-doors.tsx";
import { useSending } from "./sending.ts";

const RecordList = lazyPart(() => import("../conduct/record-list.tsx").then((loaded) => loaded.RecordList), "conduct");
const OwnData = lazyPart(() => import("./own-data.tsx").then((loaded) => loaded.OwnData), "people");

/** For guests the ways to an account; for who has one, the way out of it on all devices; for all, their record and their data. */
export const OwnAccount = ({ who }: { readonly who: Me }) => (
  <section class="own-account" aria-labelledby="account" data-testid="account">
    <h2 id="account">{say("people:account.title")}</h2>
    {who.anonymous ? (
      <>
        <p class="muted">{say("people:account.guest")}</p>
        <AccountDoors guest={who.name} />
      </>
    ) : (
      <SignOutEverywhere />
    )}
    <Unfold title={say("people:account.record")} testId="my-record">
      <RecordList />
    </Unfold>
    <Unfold title={say("people:account.data")} testId="my-data">
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
      <p class="muted">{say("people:account.elsewhere")}</p>
      <button
        class="small"
        data-testid="sign-out-everywhere"
        aria-disabled={busy}
        onClick={press}
        onBlur={() => setSure(false)}
      >
        {sure ? say("people:account.everywhereSure") : say("people:account.everywhere")}
      </button>
      <p class="fault" role="alert">
        {fault}
      </p>
    </>
  );
};
