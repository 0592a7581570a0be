import { commandHelp } from "../../../src/protocol/chat-commands.ts";
import { isKey, say } from "../text/say.ts";

export type Command = {
  readonly usage: string;
  /** What it does, in the page's language. */
  readonly meaning: () => string;
  /** What is put where one writes; it ends with a space when something more is to be written. */
  readonly text: string;
};

const commandOf = (usage: string, meaning: string): Command => ({
  usage,
  meaning: () => commandWords(usage, meaning),
  text: usage.replace(/\[.*$/, ""),
});

/** What a command does; `otherwise` for one that has no words here. */
export const commandWords = (usage: string, otherwise: string): string => {
  const key = `play:command.${/\w+/.exec(usage)?.[0]}`;
  return isKey(key) ? say(key) : otherwise;
};

const commands: readonly Command[] = commandHelp.flatMap(([usages, meaning]) =>
  usages.split(", ").map((usage) => commandOf(usage.startsWith("/") ? usage : `/${usage}`, meaning)),
);

/** The commands that what is typed may become; none once it is more than a command's name. */
export const commandsFor = (typed: string): readonly Command[] =>
  /^\/[a-z]*$/i.test(typed) ? commands.filter(({ usage }) => usage.startsWith(typed.toLowerCase())) : [];
