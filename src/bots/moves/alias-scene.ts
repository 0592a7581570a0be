import { partOf, type Situation } from "./move.ts";

type RoundPart = {
  readonly prompt: { readonly id: string; readonly text: string };
  readonly aliases: readonly { readonly id: string; readonly name: string }[];
};

export type AliasLine = { readonly alias: string; readonly name: string; readonly text: string };

/** The round as everybody sees it. */
export type AliasScene = RoundPart & { readonly lines: readonly AliasLine[] };

/** What has been said in this round, and about what; undefined where there is none. */
export const aliasScene = ({ state, told }: Situation): AliasScene | undefined => {
  const round = partOf(state, "round") as RoundPart | undefined;
  if (round === undefined) return undefined;
  const names = new Map(round.aliases.map(({ id, name }) => [id, name]));
  const lines = told.flatMap(({ type, payload }): AliasLine[] => {
    const line = payload as { readonly round: number; readonly alias: string; readonly text: string };
    return type === "line" && line.round === state.game.number
      ? [{ alias: line.alias, name: names.get(line.alias) ?? "", text: line.text }]
      : [];
  });
  return { ...round, lines };
};

/** Whether a line names an alias. */
export const isNamed = (text: string, name: string): boolean => text.toLowerCase().includes(name.toLowerCase());
