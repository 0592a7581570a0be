import { useState } from "preact/hooks";
import type { LobbyBrief } from "../../../../src/protocol/admin.ts";
import { say } from "../../text/say.ts";
import { post } from "../api.ts";
import { overview } from "../live.ts";
import { AnnounceDialog } from "../announce-dialog.tsx";
import { SearchField } from "../search-field.tsx";
import { LobbyTable } from "./lobby-table.tsx";

/** All lobbies that run, in whichever process, live. */
export const LobbiesPage = () => {
  const [search, setSearch] = useState("");
  const [announcing, setAnnouncing] = useState(false);
  const all = overview.value?.lobbies;
  const found = all?.filter((lobby) => fits(lobby, search)) ?? [];
  return (
    <>
      <div class="head">
        <h1>{say("admin:section.lobbies")}</h1>
        <p class="muted" data-testid="sum">
          {all === undefined ? say("admin:lobbies.looking") : sumWords(all)}
        </p>
        <span class="grow" />
        <SearchField label={say("admin:lobbies.search")} value={search} onInput={setSearch} />
        <button class="small" data-testid="announce-all" onClick={() => setAnnouncing(true)}>
          {say("admin:announce.toAll")}
        </button>
      </div>
      {all !== undefined && found.length === 0 && (
        <p class="empty">{say(search === "" ? "admin:lobbies.none" : "admin:lobbies.noneFits")}</p>
      )}
      {found.length > 0 && <LobbyTable lobbies={found} />}
      {announcing && (
        <AnnounceDialog
          title={say("admin:announce.all")}
          onSend={(body) => post("announce", body)}
          onClose={() => setAnnouncing(false)}
        />
      )}
    </>
  );
};

const fits = ({ code, title, topic, ownerName, process, mode }: LobbyBrief, search: string): boolean => {
  const wanted = search.trim().toLowerCase();
  return [code, title, topic, ownerName, process, mode].some((text) => text.toLowerCase().includes(wanted));
};

const sumWords = (lobbies: readonly LobbyBrief[]): string => {
  const people = lobbies.reduce((sum, lobby) => sum + lobby.people, 0);
  const bots = lobbies.reduce((sum, lobby) => sum + lobby.bots, 0);
  return say("admin:lobbies.sum", { lobbies: lobbies.length, people, bots });
};
