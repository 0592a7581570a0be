import { useState } from "preact/hooks";
import type { LobbyBrief } from "../../../../src/protocol/admin.ts";
import { follow } from "../../route.ts";
import { say } from "../../text/say.ts";
import { adminPath } from "../sections.ts";
import { Ago } from "../when.tsx";
import { levelWords } from "../words.ts";
import { phaseWords } from "./phase-words.ts";
import { columns, sorted, sortedBy, type Sorting } from "./sorting.ts";

/** A line a lobby; a narrow page shows each as a card. */
export const LobbyTable = ({ lobbies }: { readonly lobbies: readonly LobbyBrief[] }) => {
  const [sorting, setSorting] = useState<Sorting>({ by: "lines", down: true });
  return (
    <table class="rows" data-testid="lobbies">
      <thead>
        <tr>
          {columns.map(({ id, name, ...column }) => (
            <th
              key={id}
              scope="col"
              class={"isFigure" in column ? "figure" : ""}
              aria-sort={sorting.by === id ? (sorting.down ? "descending" : "ascending") : undefined}
            >
              <button class="sort" onClick={() => setSorting(sortedBy(id, sorting))}>
                {say(name)}
              </button>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {sorted(lobbies, sorting).map((lobby) => (
          <Row key={lobby.code} lobby={lobby} />
        ))}
      </tbody>
    </table>
  );
};

const Row = ({ lobby }: { readonly lobby: LobbyBrief }) => (
  <tr data-code={lobby.code}>
    <th scope="row" data-name={say("admin:lobbies.code")}>
      <a href={adminPath("lobbies", lobby.code)} onClick={follow} data-testid="look" class="whole">
        <code>{lobby.code}</code>
      </a>
    </th>
    <td data-name={say("admin:lobbies.title")} class="long">
      <span>{lobby.title || lobby.topic || "—"}</span>
      {lobby.public && <span class="badge">{say("admin:lobbies.public")}</span>}
      {lobby.locked && <span class="badge is-warn">{say("admin:lobbies.locked")}</span>}
      {lobby.degraded && <span class="badge is-bad">{say("admin:lobbies.degraded")}</span>}
      <span class="sub">
        {lobby.ownerName === "" ? say("admin:lobbies.noOwner") : say("admin:lobbies.owner", { name: lobby.ownerName })}
      </span>
    </td>
    <td data-name={say("admin:lobbies.here")} class="figure">
      {lobby.people} + {lobby.bots}
      {lobby.spectators > 0 && <span class="sub">{say("admin:lobbies.watching", { count: lobby.spectators })}</span>}
    </td>
    <td data-name={say("admin:lobbies.phase")}>{phaseWords(lobby)}</td>
    <td data-name={say("admin:lobbies.lines")} class="figure">
      {lobby.linesPerMinute}
    </td>
    <td data-name={say("admin:lobbies.level")}>{levelWords(lobby.level)}</td>
    <td data-name={say("admin:lobbies.process")} class="process" title={lobby.process}>
      {lobby.process}
    </td>
    <td data-name={say("admin:lobbies.since")} class="figure">
      <Ago at={lobby.createdAt} />
    </td>
  </tr>
);
