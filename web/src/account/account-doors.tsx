import { signal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { say } from "../text/say.ts";
import { EmailSignIn } from "./email-sign-in.tsx";
import { Register } from "./register.tsx";

type Door = "sign-in" | "register";

/** Which of the two is open. */
const open = signal<Door | undefined>(undefined);

/** Lets the sign-in with e-mail stand open when it is shown next. */
export const openEmailSignIn = (): void => {
  open.value = "sign-in";
};

/** Signing in with an account, and making one: there for those who want it, in nobody's way. */
export const AccountDoors = ({ guest }: { readonly guest?: string }) => {
  useEffect(() => () => void (open.value = undefined), []);
  return (
    <div class="doors">
      <Door door="sign-in" title={say("people:signIn.title")} />
      <Door door="register" title={say("people:register.title")} {...(guest === undefined ? {} : { guest })} />
    </div>
  );
};

type Props = { readonly door: Door; readonly title: string; readonly guest?: string };

const Door = ({ door, title, guest }: Props) => {
  const onToggle = ({ currentTarget }: { readonly currentTarget: HTMLDetailsElement }) => {
    if (currentTarget.open) open.value = door;
    else if (open.value === door) open.value = undefined;
  };
  return (
    <details open={open.value === door} onToggle={onToggle} data-testid={`door-${door}`}>
      <summary>{title}</summary>
      {door === "sign-in" ? <EmailSignIn /> : <Register {...(guest === undefined ? {} : { guest })} />}
    </details>
  );
};
