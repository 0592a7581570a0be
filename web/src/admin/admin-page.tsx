import { useEffect } from "preact/hooks";
import "../style/admin.css";
import { Waiting } from "../lobby/lobby-page.tsx";
import { isStaff, me } from "../session.ts";
import { say } from "../text/say.ts";
import { hasEnded, isRefused } from "./api.ts";
import { StaffSignIn, NotForYou } from "./gate.tsx";
import { Live } from "./live.ts";
import { isSection } from "./sections.ts";
import { Shell } from "./shell.tsx";

type Props = { readonly section: string; readonly id: string };

/** The dashboard, for moderators and admins. */
export const AdminPage = ({ section, id }: Props) => {
  const signedIn = me.value;
  const mayEnter = Boolean(signedIn && isStaff(signedIn) && !isRefused.value);
  useEffect(() => {
    isRefused.value = false;
    if (signedIn) hasEnded.value = false;
  }, [signedIn?.id, signedIn?.role]);
  useEffect(() => {
    if (!mayEnter) return undefined;
    const live = new Live();
    live.open();
    return () => live.close();
  }, [mayEnter, signedIn?.id]);
  if (signedIn === undefined) return <Waiting words={say("admin:wait")} />;
  if (signedIn === null) return <StaffSignIn />;
  if (!mayEnter) return <NotForYou me={signedIn} />;
  return <Shell me={signedIn} section={isSection(section) ? section : "lobbies"} id={id} />;
};
