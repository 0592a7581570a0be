import type { PlayerId } from "../core/ids.ts";
import { seededRandom } from "../core/random.ts";
import type { Identity } from "../accounts/tokens.ts";
import { Bot } from "./bot.ts";
import { joinLocal } from "./local-client.ts";
import { type Persona, personaFor } from "./personas.ts";

export type BotHostOptions = {
  readonly recall: (prompt: string, choices: readonly string[]) => number | undefined;
  readonly now: () => number;
  readonly newSeed: () => string;
  readonly pace: number;
};

export type Invitation = {
  readonly code: string;
  readonly wish: { readonly persona: string | null; readonly skill: number | null };
  readonly nth: number;
};

/** Has bots take seats in the lobbies of this process. */
export const botHostOf = (options: BotHostOptions) => {
  const present = new Map<string, Set<string>>();

  /** An identity that this lobby does not have yet: the persona's own, or its second, third… self. */
  const claim = (code: string, persona: Persona): Identity => {
    const taken = present.get(code) ?? new Set();
    present.set(code, taken);
    let nth = 1;
    while (taken.has(idOf(persona, nth))) nth++;
    taken.add(idOf(persona, nth));
    const name = nth === 1 ? persona.name : `${persona.name} ${nth}`;
    return { id: idOf(persona, nth), name, role: "player", kind: "bot" };
  };

  const release = (code: string, id: string): void => {
    const taken = present.get(code);
    taken?.delete(id);
    if (taken?.size === 0) present.delete(code);
  };

  /** Rejects when the lobby refuses the bot, as it may refuse anybody. */
  const invite = async ({ code, wish, nth }: Invitation): Promise<void> => {
    const persona = personaFor(wish.persona, nth);
    const identity = claim(code, persona);
    const bot = new Bot({
      persona,
      skill: wish.skill ?? persona.skill,
      recall: options.recall,
      random: seededRandom(options.newSeed()),
      now: options.now,
      pace: options.pace,
      onGone: () => release(code, identity.id),
    });
    try {
      bot.begin(await joinLocal(code, identity, bot));
    } catch (error) {
      release(code, identity.id);
      throw error;
    }
  };

  return { invite };
};

const idOf = (persona: Persona, nth: number): PlayerId =>
  (nth === 1 ? `bot-${persona.id}` : `bot-${persona.id}-${nth}`) as PlayerId;
