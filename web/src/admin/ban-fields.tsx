import { say } from "../text/say.ts";
import { lengthWords } from "./words.ts";

export type Ban = { readonly scope: "server" | "lobby"; readonly minutes: number | null };

const lengths = [15, 60, 24 * 60, 7 * 24 * 60, 30 * 24 * 60, 365 * 24 * 60] as const;
const noEnd = "none";

type Props = {
  readonly ban: Ban;
  /** Where it would hold besides the whole server; "" for nowhere. */
  readonly lobby: string;
  readonly onChange: (ban: Ban) => void;
};

/** Where a ban holds, and for how long. */
export const BanFields = ({ ban, lobby, onChange }: Props) => (
  <div class="two-fields">
    <div class="field">
      <label for="ban-scope">{say("admin:ban.from")}</label>
      <select
        id="ban-scope"
        data-testid="ban-scope"
        value={ban.scope}
        onChange={({ currentTarget }) => onChange({ ...ban, scope: currentTarget.value as Ban["scope"] })}
      >
        {lobby !== "" && <option value="lobby">{say("admin:ban.lobby", { code: lobby })}</option>}
        <option value="server">{say("admin:ban.server")}</option>
      </select>
    </div>
    <div class="field">
      <label for="ban-length">{say("admin:ban.for")}</label>
      <select
        id="ban-length"
        data-testid="ban-length"
        value={ban.minutes ?? noEnd}
        onChange={({ currentTarget: { value } }) =>
          onChange({ ...ban, minutes: value === noEnd ? null : Number(value) })
        }
      >
        {ban.scope === "lobby" && <option value={1}>{say("admin:ban.minute")}</option>}
        {lengths.map((minutes) => (
          <option key={minutes} value={minutes}>
            {lengthWords(minutes)}
          </option>
        ))}
        <option value={noEnd}>{say("admin:ban.ever")}</option>
      </select>
    </div>
  </div>
);
