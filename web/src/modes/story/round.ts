import { ownView, partOf } from "../view.ts";

export type Line = { readonly player: string; readonly name: string; readonly text: string };

type Told = { readonly language: string; readonly opening: string; readonly lines: readonly Line[] };
type Turn = { readonly turns: "seats" | "votes"; readonly writer: string | null; readonly ending: boolean };
type Ballot = { readonly best: boolean; readonly voted: number; readonly texts?: readonly string[] };
type Chosen = Line & { readonly votes: number; readonly points: number };
type Own = {
  readonly proposal?: string | null;
  readonly mine?: readonly number[];
  readonly vote?: number | null;
};

export const told = (): Told | undefined => partOf("story") as Told | undefined;
export const turn = (): Turn | undefined => partOf("turn") as Turn | undefined;
export const ballot = (): Ballot | undefined => partOf("ballot") as Ballot | undefined;
export const chosen = (): readonly Chosen[] => (partOf("chosen") as readonly Chosen[] | undefined) ?? [];
export const own = (): Own => (ownView() as Own | undefined) ?? {};

/** All lines of a story, the opening first. */
export const linesOf = ({ opening, lines }: Told): readonly Line[] => [
  { player: "", name: "", text: opening },
  ...lines,
];
