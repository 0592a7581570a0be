import { effect, signal } from "@preact/signals";

type Look = "dark" | "light";

const looks = { key: "parlor-screen-look", chat: "parlor-screen-chat" } as const;

const read = (key: string): string | null => {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
};

const keep = (key: string, value: string): void => {
  try {
    localStorage.setItem(key, value);
  } catch {
    // Nothing may be stored: it lasts as long as the page.
  }
};

/** Dark unless somebody has chosen otherwise: a bright wall blinds a room. */
export const look = signal<Look>(read(looks.key) === "light" ? "light" : "dark");
/** Whether what is said in the chat may be read by the whole room. */
export const showsChat = signal(read(looks.chat) !== "off");

effect(() => keep(looks.key, look.value));
effect(() => keep(looks.chat, showsChat.value ? "on" : "off"));
