/** A bot that one may ask to the table. */
type Persona = { readonly id: string; readonly name: string; readonly about: string };

/** As the server knows them. */
export const personas: readonly Persona[] = [
  { id: "muse", name: "GPT-Muse", about: "A playful muse: cheers you on and tells stories with you." },
  { id: "quill", name: "Professor Quill", about: "A kindly old scholar, fond of books and tea. Plays well." },
  { id: "rae", name: "Rookie Rae", about: "New to trivia and thrilled by all of it. Guesses wildly." },
  { id: "drizzle", name: "Old Drizzle", about: "A soft-hearted pessimist who expects rain." },
  { id: "rex", name: "Rex Replay", about: "Comments on everything like a sports reporter." },
  { id: "beep", name: "Butler Beep", about: "A very polite robot butler, strong in science." },
  { id: "hazel", name: "Granny Hazel", about: "A storyteller by the fire, with soup and a cat." },
  { id: "otto", name: "Otto Tomorrow", about: "A time traveller with silly theories about socks." },
];
