import { useEffect } from "preact/hooks";
import { type Listing, listings, watchDirectory } from "../directory.ts";
import { follow } from "../route.ts";

const statusText: Readonly<Record<string, string>> = {
  idle: "Chatting",
  building: "Getting ready",
  ready: "Ready",
  "in-progress": "Playing",
  completed: "Game over",
  failed: "Chatting",
};

/** The public lobbies, as they come and go. */
export const LobbyList = () => {
  useEffect(watchDirectory, []);
  const found = listings.value;
  return (
    <section class="card" aria-labelledby="lobbies">
      <h2 id="lobbies">Open lobbies</h2>
      {found === undefined && <p class="muted">Looking around…</p>}
      {found?.length === 0 && <p class="muted">No public lobby is open. Make one!</p>}
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
        <strong>{title || topic || "Mixed trivia"}</strong>
        <span class="muted">
          {statusText[status] ?? status}
          {title && topic ? ` · ${topic}` : ""}
        </span>
      </span>
      <span class="count">
        {players}
        {maxPlayers > 0 ? ` of ${maxPlayers}` : ""}
        <span class="for-ears"> players</span>
      </span>
      <code>{code}</code>
    </a>
  </li>
);
