import { useState } from "preact/hooks";
import type { PersonBrief } from "../../../../src/conduct/conduct.ts";
import type { Me } from "../../session.ts";
import { post } from "../api.ts";
import { BanDialog } from "../ban-dialog.tsx";
import { ReasonDialog } from "../reason-dialog.tsx";
import { say } from "../saying.ts";

const roles = ["player", "moderator", "admin"] as const;
type Role = (typeof roles)[number];
type Open = "warn" | "ban" | "role" | undefined;
type Props = { readonly person: PersonBrief; readonly me: Me; readonly onChanged: () => void };

const roleWords = {
  no_account: "Guests can't have a role: they have no account to sign in with again.",
  conflict: "This role can't be changed: there has to be an admin.",
} as const;

/** What can be done about somebody. */
export const PersonActions = ({ person, me, onChanged }: Props) => {
  const [open, setOpen] = useState<Open>();
  const [role, setRole] = useState<Role>("player");
  const { id, name } = person;
  const path = `people/${encodeURIComponent(id)}`;
  const close = () => setOpen(undefined);
  const warn = async (reason: string) => {
    await post(`${path}/sanctions`, { kind: "warning", reason });
    say(`${name} has been warned.`);
    onChanged();
  };
  const give = async (why: string) => {
    await post(`${path}/role`, { role, why });
    say(`${name} is ${role} now.`);
    onChanged();
  };
  return (
    <div class="actions">
      <button class="small" data-testid="warn" onClick={() => setOpen("warn")}>
        Warn…
      </button>
      <button class="small danger" data-testid="ban" onClick={() => setOpen("ban")}>
        Ban…
      </button>
      {me.role === "admin" && person.registered && id !== me.id && (
        <button
          class="small"
          data-testid="role"
          onClick={() => {
            setRole(roles.find((one) => one === person.role) ?? "player");
            setOpen("role");
          }}
        >
          Role…
        </button>
      )}
      {open === "warn" && (
        <ReasonDialog
          title={`Warn ${name}`}
          act="Warn"
          hint="The warned person reads this."
          onSure={warn}
          onClose={close}
        >
          <p>A warning counts for nothing by itself; it stands in the history.</p>
        </ReasonDialog>
      )}
      {open === "ban" && <BanDialog player={id} name={name} lobby="" onDone={onChanged} onClose={close} />}
      {open === "role" && (
        <ReasonDialog
          title={`Role of ${name}`}
          act="Change the role"
          grave
          words={roleWords}
          onSure={give}
          onClose={close}
        >
          <div class="field">
            <label for="new-role">Role</label>
            <select
              id="new-role"
              data-testid="new-role"
              value={role}
              onChange={({ currentTarget }) => setRole(currentTarget.value as Role)}
            >
              {roles.map((one) => (
                <option key={one}>{one}</option>
              ))}
            </select>
          </div>
          <p>Moderators see this dashboard and may ban. Admins may also change settings and roles.</p>
        </ReasonDialog>
      )}
    </div>
  );
};
