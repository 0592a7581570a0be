import type { ServerSettings } from "../../../../src/protocol/admin.ts";
import type { Me } from "../../session.ts";
import { say } from "../../text/say.ts";
import { get } from "../api.ts";
import { useLoading } from "../loading.ts";
import { Retrain } from "./retrain.tsx";
import { SettingsForm } from "./settings-form.tsx";

/** The server's settings: for moderators to read, for admins to change. */
export const SettingsPage = ({ me }: { readonly me: Me }) => {
  const { data, fault, reload } = useLoading(loadSettings, "");
  const mayChange = me.role === "admin";
  return (
    <>
      <div class="head">
        <h1>{say("admin:section.settings")}</h1>
        <p class="muted">{say(mayChange ? "adminServer:settings.hold" : "adminServer:settings.adminsOnly")}</p>
      </div>
      <p class="fault" role="alert">
        {fault}
      </p>
      {data === undefined && fault === "" && <p class="empty">{say("admin:looking")}</p>}
      {data && <SettingsForm saved={data} mayChange={mayChange} onSaved={reload} />}
      {data && mayChange && <Retrain learn={data.learn} />}
    </>
  );
};

const loadSettings = async (): Promise<ServerSettings> => {
  const body = await get<ServerSettings | { readonly settings: ServerSettings }>("settings");
  return "settings" in body ? body.settings : body;
};
