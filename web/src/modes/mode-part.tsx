import type { ComponentType } from "preact";
import { useEffect, useState } from "preact/hooks";
import { need } from "../text/say.ts";
import { lobby } from "../store.ts";
import { modes, type ModeParts } from "./registry.ts";

const loaded = new Map<string, ModeParts>();

/** The parts of a mode, once they are there; a mode that this page does not know has none. */
const useParts = (mode: string): ModeParts | undefined => {
  const [, redraw] = useState(0);
  const known = Object.hasOwn(modes, mode) ? modes[mode] : undefined;
  useEffect(() => {
    if (loaded.has(mode)) return;
    const fetched = async (): Promise<void> => {
      const [parts] = await Promise.all([known?.load?.() ?? {}, need("modes"), known && need(known.texts)]);
      loaded.set(mode, parts);
      redraw((count) => count + 1);
    };
    // Without its parts, what all modes share is shown; the next game tries again.
    fetched().catch(() => undefined);
  }, [mode]);
  return loaded.get(mode);
};

type Props = {
  readonly part: keyof ModeParts;
  /** What is shown where the mode has nothing of its own; nothing when left out. */
  readonly Otherwise?: ComponentType;
};

/** The part of the mode of the present game. */
export const ModePart = ({ part, Otherwise }: Props) => {
  const mode = lobby.value?.game.mode ?? "";
  const parts = useParts(mode);
  if (parts === undefined) return null;
  const Part = parts[part] ?? Otherwise;
  return Part === undefined ? null : <Part />;
};
