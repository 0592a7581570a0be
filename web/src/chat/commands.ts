import { commandHelp } from "../../../src/protocol/chat-commands.ts";

export type Command = {
  readonly usage: string;
  readonly meaning: string;
  /** What is put where one writes; it ends with a space when something more is to be written. */
  readonly text: string;
};

const commandOf = (usage: string, meaning: string): Command => ({
  usage,
  meaning,
  text: usage.replace(/\[.*$/, ""),
});

const commands: readonly Command[] = commandHelp.flatMap(([usages, meaning]) =>
  usages.split(", ").map((usage) => commandOf(usage.startsWith("/") ? usage : `/${usage}`, meaning)),
);

/** The commands that what is typed may become; none once it is more than a command's name. */
export const commandsFor = (typed: string): readonly Command[] =>
  /^\/[a-z]*$/i.test(typed) ? commands.filter(({ usage }) => usage.startsWith(typed.toLowerCase())) : [];
