import type { Messages } from "../../../src/protocol/messages.ts";
import { formText } from "../home/form-text.ts";
import { myPacks } from "./my-packs.ts";

type Source = NonNullable<Messages["settings"]["source"]>;

/** Where somebody wants questions from. `source` is "" for whatever the lobby is set to; `pack` is "" for none. */
export type Choice = { readonly source: Source | ""; readonly pack: string };

/** Reads a `SourceField`. */
export const choiceIn = (form: FormData): Choice => {
  const source = formText(form, "source") as Choice["source"];
  return { source, pack: source === "pack" ? formText(form, "pack") : "" };
};

/** The title of one of my packs, as the topic of a game. */
export const packTitle = (pack: string): string => myPacks.value?.find(({ id }) => id === pack)?.title ?? "";

const keyOf = (code: string): string => `questions ${code}`;

/** What this tab chose for a lobby last, which the lobby itself does not tell. */
export const rememberedChoice = (code: string): Choice | undefined => {
  try {
    const { source, pack } = JSON.parse(sessionStorage.getItem(keyOf(code)) ?? "{}") as Partial<Choice>;
    return typeof source === "string" && typeof pack === "string" ? { source, pack } : undefined;
  } catch {
    return undefined;
  }
};

export const rememberChoice = (code: string, choice: Choice): void => {
  try {
    sessionStorage.setItem(keyOf(code), JSON.stringify(choice));
  } catch {
    // A browser that keeps nothing has the choice made again.
  }
};
