import type { Player } from "../../lobby-state.ts";
import { lobby, plays, seat } from "../../store.ts";
import { asksFor } from "../asks.tsx";
import { partOf } from "../view.ts";

type Buzz = {
  /** Who has it; at the reveal, whose the question was. */
  readonly player: string | null;
  readonly among: number;
  readonly out: readonly { readonly player: string; readonly choice: number | null }[];
};

type Goal = { readonly goal: number; readonly each: number };

const nothing: Buzz = { player: null, among: 0, out: [] };

export const phaseShown = (): string => lobby.value?.game.phase ?? "";
export const buzzShown = (): Buzz => (partOf("buzz") as Buzz | undefined) ?? nothing;
export const goalShown = (): Goal => (partOf("race") as Goal | undefined) ?? { goal: 1, each: 1 };
export const buzzAsk = () => asksFor("buzz")[0];
export const respondAsk = () => asksFor("respond")[0];

/** How far somebody has come. */
export const stepsOf = ({ score }: Player): number => Math.round(score / goalShown().each);

/** What the page's player can do about the buzz. */
export const ownState = (): "watch" | "answer" | "out" | "press" | "pressed" | "wait" => {
  if (!plays.value) return "watch";
  if (respondAsk() !== undefined) return "answer";
  if (buzzShown().out.some(({ player }) => player === seat.value)) return "out";
  if (phaseShown() !== "buzzing") return "wait";
  return buzzAsk() === undefined ? "pressed" : "press";
};
