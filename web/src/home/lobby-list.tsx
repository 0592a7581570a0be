import { useEffect } from "preact/hooks";
import { type Listing, listings, watchDirectory } from "../directory.ts";
import { follow } from "../route.ts";
import { parts } from "../text/parts.tsx";
import { sayRich } from "../text/rich.ts";
import { isKey, say } from "../text/say.ts";

/** What goes on in a lobby, in words; who failed to make questions chats on. */
const statusText = (status: string): string => {
  const key = `play:status.${status === "failed" ? "idle" : status}`;
  return isKey(key) ? say(key) : status;
};

/** The public lobbies, as they come and go. */
export const LobbyList = () => {
  useEffect(watchDirectory, []);
  const found = listings.value;
  return (
    <section class="card" aria-labelledby="lobbies">
      <h2 id="lobbies">{say("play:lobbies.title")}</h2>
      {found === undefined && <p class="muted">{say("play:lobbies.looking")}</p>}
      {found?.length === 0 && <p class="muted">{say("play:lobbies.none")}</p>}
      {found !== undefined && found.length > 0 && (
        <ul class="lobbies">
          {found.map((listing) => (
            <Entry key={listing.code} listing={listing} />
          ))}
        </ul>
      )}
    </section>
  );
};

const Entry = ({ listing: { code, title, topic, status, players, maxPlayers } }: { readonly listing: Listing }) => (
  <li>
    <a href={`/l/${code}`} onClick={follow}>
      <span class="grow">
        <strong>{title || topic || say("play:lobbies.mixed")}</strong>
        <span class="muted">
          {statusText(status)}
          {title && topic ? ` · ${topic}` : ""}
        </span>
      </span>
      <span class="count">
        {maxPlayers > 0
          ? sayRich("play:lobbies.countOf", { players, most: maxPlayers }, parts)
          : sayRich("play:lobbies.count", { players }, parts)}
      </span>
      <code>{code}</code>
    </a>
  </li>
);
