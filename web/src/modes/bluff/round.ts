import { useEffect, useState } from "preact/hooks";
import { clockStands, timeLeft } from "../../game/time-left.ts";
import { lobby } from "../../store.ts";
import { inList } from "../../text/figures.ts";
import { ownView, partOf } from "../view.ts";

type Named = { readonly player: string; readonly name: string };

export type Unmasked = {
  readonly options: readonly {
    readonly text: string;
    /** Nobody for the truth, and for a ready-made lie. */
    readonly authors: readonly Named[];
    readonly fell: readonly Named[];
  }[];
  /** The index of the truth. */
  readonly key: number;
  readonly explanation: string;
  readonly struck: boolean;
  readonly stepMs: number;
};

type Own = {
  readonly lie: string | null;
  /** Where one's own lie stands among what is voted on. */
  readonly option: number | null;
  readonly vote: number | null;
  /** What the round has brought; null before the unmasking. */
  readonly brought: { readonly found: number; readonly fooling: number; readonly fooled: number } | null;
};

const nothing: Own = { lie: null, option: null, vote: null, brought: null };

export const own = (): Own => (ownView() as Own | undefined) ?? nothing;
export const unmasked = (): Unmasked | undefined => partOf("unmask") as Unmasked | undefined;

/** More names than these would not be read. */
const namesShown = 4;

export const namesOf = (people: readonly Named[]): string => {
  const names = people.slice(0, namesShown).map(({ name }) => name);
  return inList(people.length > names.length ? [...names, `+${people.length - names.length}`] : names);
};

/** The lies in the order in which they are unmasked: whoever fooled most comes last. */
export const orderOf = ({ options, key }: Unmasked): readonly number[] =>
  [...options.keys()]
    .filter((index) => index !== key)
    .toSorted((one, other) => (options[one]?.fell.length ?? 0) - (options[other]?.fell.length ?? 0) || one - other);

/** How many lies are unmasked so far, the one that is looked at included; one more when the truth is told, too. */
export const useStep = ({ options, stepMs }: Unmasked): number => {
  const [, setTicks] = useState(0);
  const gone = (lobby.value?.game.phaseMs ?? 0) - timeLeft();
  const step = Math.min(options.length - 1, Math.floor(Math.max(0, gone) / stepMs));
  const stands = clockStands();
  useEffect(() => {
    if (stands || step === options.length - 1) return undefined;
    const timer = setTimeout(() => setTicks((ticks) => ticks + 1), Math.max(20, (step + 1) * stepMs - gone));
    return () => clearTimeout(timer);
  });
  return step + 1;
};
