import type { PlayerId } from "../core/ids.ts";
import type { PersonalEvent } from "../journal/journal.ts";
import type { LobbyEvent } from "../lobby/events.ts";
import type { Services } from "../../rooms/services.ts";
import type { Room } from "./room.ts";

/** What somebody made, entered, said and reported, lobby by lobby. */
type Said = Readonly<Record<Heading, object[]>>;
type Heading = "lobbies" | "visits" | "chat" | "reports";

const atOnce = 1000;
const mostEvents = 50_000;

/** Reads what is in the journal by somebody's hand. */
export const saidBy = async (journal: Services["journal"], id: PlayerId, room: Room): Promise<Said> => {
  const said: Said = { lobbies: [], visits: [], chat: [], reports: [] };
  let after: PersonalEvent<LobbyEvent> | undefined;
  for (let read = 0; read < mostEvents; read += atOnce) {
    const page = await journal.ofPerson(id, { limit: atOnce, after });
    for (const one of page) {
      const found = shown(one);
      if (found !== undefined && room.takes(found[0], found[1])) said[found[0]].push(found[1]);
    }
    after = page.at(-1);
    if (page.length < atOnce) return said;
  }
  room.close("chat");
  return said;
};

const shown = ({ stream: lobby, event }: PersonalEvent<LobbyEvent>): readonly [Heading, object] | undefined => {
  switch (event.type) {
    case "created": {
      const { title, topic, prompt } = event.settings;
      return ["lobbies", { lobby, at: event.at, title, topic, prompt }];
    }
    case "joined":
      return ["visits", { lobby, at: event.at, name: event.name }];
    case "chatted":
      return line(lobby, event);
    case "held":
      return line(lobby, event.line);
    case "reported": {
      const { message, question, about, reason, at } = event;
      return ["reports", { lobby, at, message, question, about, reason }];
    }
    default:
      return undefined;
  }
};

/** What has been erased is no line any more. */
const line = (lobby: string, { id, text, at }: { readonly id: string; readonly text: string; readonly at: number }) =>
  text === "" ? undefined : (["chat", { lobby, id, at, text }] as const);
