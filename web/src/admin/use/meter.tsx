import type { ComponentChildren } from "preact";
import { sayRich } from "../../text/rich.ts";

type Props = { readonly name: string; readonly used: number; readonly limit: number };

const parts = {
  b: (words: ComponentChildren) => <strong>{words}</strong>,
  muted: (words: ComponentChildren) => <span class="muted">{words}</span>,
};

/** How much of a limit is used up; without a limit, just how much. */
export const Meter = ({ name, used, limit }: Props) => {
  const share = limit > 0 ? Math.min(1, used / limit) : 0;
  return (
    <div class="meter">
      <p class="muted">{name}</p>
      <p>
        {limit > 0
          ? sayRich("adminServer:use.of", { used, limit }, parts)
          : sayRich("adminServer:use.noLimit", { used }, parts)}
      </p>
      <div class="meter-bar" aria-hidden="true">
        <span class={share >= 0.9 ? "is-near" : ""} style={{ width: `${100 * share}%` }} />
      </div>
    </div>
  );
};
