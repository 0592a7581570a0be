import type { ComponentChildren } from "preact";
import { parts } from "../../text/parts.tsx";
import { sayRich } from "../../text/rich.ts";

type Props = { readonly name: string; readonly used: number; readonly limit: number };

const meterParts = {
  ...parts,
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
          ? sayRich("adminServer:use.of", { used, limit }, meterParts)
          : sayRich("adminServer:use.noLimit", { used }, meterParts)}
      </p>
      <div class="meter-bar" aria-hidden="true">
        <span class={share >= 0.9 ? "is-near" : ""} style={{ width: `${100 * share}%` }} />
      </div>
    </div>
  );
};
