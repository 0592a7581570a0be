import { useState } from "preact/hooks";
import type { PersonBrief } from "../../../../src/conduct/conduct.ts";
import type { Me } from "../../session.ts";
import { say } from "../../text/say.ts";
import { post } from "../api.ts";
import { BanDialog } from "../ban-dialog.tsx";
import { ReasonDialog } from "../reason-dialog.tsx";
import { mention } from "../saying.ts";
import { roleWords } from "../words.ts";

const roles = ["player", "moderator", "admin"] as const;
type Role = (typeof roles)[number];
type Open = "warn" | "ban" | "role" | undefined;
type Props = { readonly person: PersonBrief; readonly me: Me; readonly onChanged: () => void };

const refusals = () => ({
  no_account: say("adminPeople:person.roleGuest"),
  conflict: say("adminPeople:person.roleLast"),
});

/** What can be done about somebody. */
export const PersonActions = ({ person, me, onChanged }: Props) => {
  const [open, setOpen] = useState<Open>();
  const [role, setRole] = useState<Role>("player");
  const { id, name } = person;
  const path = `people/${encodeURIComponent(id)}`;
  const close = () => setOpen(undefined);
  const warn = async (reason: string) => {
    await post(`${path}/sanctions`, { kind: "warning", reason });
    mention(say("adminPeople:person.warned", { name }));
    onChanged();
  };
  const give = async (why: string) => {
    await post(`${path}/role`, { role, why });
    mention(say("adminPeople:person.roleDone", { name, role }));
    onChanged();
  };
  return (
    <div class="actions">
      <button class="small" data-testid="warn" onClick={() => setOpen("warn")}>
        {say("adminPeople:person.warn")}
      </button>
      <button class="small danger" data-testid="ban" onClick={() => setOpen("ban")}>
        {say("admin:ban.open")}
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
          {say("adminPeople:person.role")}
        </button>
      )}
      {open === "warn" && (
        <ReasonDialog
          title={say("adminPeople:person.warnTitle", { name })}
          act={say("adminPeople:person.warnAct")}
          hint={say("adminPeople:person.warnHint")}
          onSure={warn}
          onClose={close}
        >
          <p>{say("adminPeople:person.warnHelp")}</p>
        </ReasonDialog>
      )}
      {open === "ban" && <BanDialog player={id} name={name} lobby="" onDone={onChanged} onClose={close} />}
      {open === "role" && (
        <ReasonDialog
          title={say("adminPeople:person.roleOf", { name })}
          act={say("adminPeople:person.roleAct")}
          grave
          words={refusals()}
          onSure={give}
          onClose={close}
        >
          <div class="field">
            <label for="new-role">{say("adminPeople:person.roleLabel")}</label>
            <select
              id="new-role"
              data-testid="new-role"
              value={role}
              onChange={({ currentTarget }) => setRole(currentTarget.value as Role)}
            >
              {roles.map((one) => (
                <option key={one} value={one}>
                  {roleWords(one)}
                </option>
              ))}
            </select>
          </div>
          <p>{say("adminPeople:person.roleHelp")}</p>
        </ReasonDialog>
      )}
    </div>
  );
};
