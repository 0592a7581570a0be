import { say } from "../text/say.ts";

/** A bot that one may ask to the table. */
type Persona = { readonly id: string; readonly name: string; readonly about: () => string };

/** As the server knows them. */
export const personas: readonly Persona[] = [
  { id: "muse", name: "GPT-Muse", about: () => say("host:bots.muse") },
  { id: "quill", name: "Professor Quill", about: () => say("host:bots.quill") },
  { id: "rae", name: "Rookie Rae", about: () => say("host:bots.rae") },
  { id: "drizzle", name: "Old Drizzle", about: () => say("host:bots.drizzle") },
  { id: "rex", name: "Rex Replay", about: () => say("host:bots.rex") },
  { id: "beep", name: "Butler Beep", about: () => say("host:bots.beep") },
  { id: "hazel", name: "Granny Hazel", about: () => say("host:bots.hazel") },
  { id: "otto", name: "Otto Tomorrow", about: () => say("host:bots.otto") },
];
