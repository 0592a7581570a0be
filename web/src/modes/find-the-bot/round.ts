import { heard, lobby } from "../../store.ts";
import { isKey, say } from "../../text/say.ts";
import { ownView, partOf } from "../view.ts";

export type Alias = { readonly id: string; readonly name: string; readonly colour: number };

type Round = {
  readonly prompt: { readonly id: string; readonly text: string };
  readonly aliases: readonly Alias[];
};

type Line = { readonly round: number; readonly alias: string; readonly text: string; readonly at: number };

type Own = {
  readonly aliases: readonly string[];
  readonly waiting: readonly { readonly alias: string; readonly text: string }[];
  readonly vote: number | null;
};

export type Unmasked = {
  readonly aliases: readonly {
    readonly id: string;
    readonly player: string;
    readonly name: string;
    readonly bot: boolean;
    readonly fooled: number;
    readonly of: number;
  }[];
  readonly votes: readonly {
    readonly player: string;
    readonly name: string;
    readonly marked: readonly string[] | null;
    readonly right: number;
    readonly of: number;
    readonly points: number;
    readonly fooling: number;
  }[];
};

const nobody: Own = { aliases: [], waiting: [], vote: null };

export const aliases = (): readonly Alias[] => (partOf("round") as Round | undefined)?.aliases ?? [];
export const aliasOf = (id: string): Alias | undefined => aliases().find((alias) => alias.id === id);
export const own = (): Own => (ownView() as Own | undefined) ?? nobody;
export const votes = (): number => (partOf("voted") as number | undefined) ?? 0;
export const unmasked = (): Unmasked | undefined => partOf("unmasked") as Unmasked | undefined;

/** What the round is about, in the page's language; a prompt that this page does not know as the server has it. */
export const promptText = (): string => {
  const { id, text } = (partOf("round") as Round | undefined)?.prompt ?? { id: "", text: "" };
  const key = `modeFindTheBot:prompt.${id}`;
  return isKey(key) ? say(key) : text;
};

/** What has been said in this round. */
export const lines = (): readonly Line[] =>
  heard.value
    .filter(({ type }) => type === "line")
    .map(({ payload }) => payload as Line)
    .filter(({ round }) => round === lobby.value?.game.number);

/** Who is writing, in words; "" for nobody. One's own sign is no news. */
export const typingWords = (): string => {
  const mine = own().aliases;
  const ids = ((partOf("typing") as readonly string[] | undefined) ?? []).filter((id) => !mine.includes(id));
  const [first, second, ...more] = ids.map((id) => aliasOf(id)?.name ?? "");
  if (first === undefined) return "";
  if (second === undefined) return say("modeFindTheBot:talk.typing", { name: first });
  return more.length === 0
    ? say("modeFindTheBot:talk.twoTyping", { first, second })
    : say("modeFindTheBot:talk.manyTyping");
};
