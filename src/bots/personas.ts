import { beep } from "./personas/beep.ts";
import { drizzle } from "./personas/drizzle.ts";
import { hazel } from "./personas/hazel.ts";
import { muse } from "./personas/muse.ts";
import { otto } from "./personas/otto.ts";
import type { Persona } from "./personas/persona.ts";
import { quill } from "./personas/quill.ts";
import { rae } from "./personas/rae.ts";
import { rex } from "./personas/rex.ts";

export type { Persona } from "./personas/persona.ts";

/** In the order in which they take their seats when nobody in particular is asked for. */
export const personas: readonly Persona[] = [muse, quill, rae, drizzle, rex, beep, hazel, otto];

/** The persona of this id or name; otherwise the `nth` in turn. */
export const personaFor = (wanted: string | null, nth: number): Persona => {
  const name = wanted?.toLowerCase();
  const found = personas.find((persona) => persona.id === name || persona.name.toLowerCase() === name);
  return found ?? (personas[nth % personas.length] as Persona);
};
