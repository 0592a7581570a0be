import { sayRich } from "../text/rich.ts";
import { say } from "../text/say.ts";
import { Qr } from "./qr.tsx";

/** Addresses that lead a phone to itself. */
const own = /^(?:localhost|127\.|\[::1\])/;

/** How to get in: to be scanned, or typed. */
export const JoinPanel = ({ code }: { readonly code: string }) => (
  <section class="join-panel" aria-label={say("screen:join.title")}>
    <Qr text={`${location.origin}/l/${code}`} label={say("screen:join.qr", { code })} />
    <p class="join-words">
      {sayRich(
        "screen:join.how",
        { address: location.host },
        { b: (words) => <strong class="address">{words}</strong> },
      )}
    </p>
    <p class="join-code">
      <span class="for-ears">{say("screen:join.code")} </span>
      <code data-testid="lobby-code">{code}</code>
    </p>
    {own.test(location.host) && <p class="join-note">{say("screen:join.unreachable")}</p>}
  </section>
);
