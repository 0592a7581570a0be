import type { PlayerId } from "../core/ids.ts";
import { seededRandom } from "../core/random.ts";
import type { Identity } from "../accounts/tokens.ts";
import type { Model } from "../model/model.ts";
import { Bot, type BotOptions } from "./bot.ts";
import { Company } from "./company.ts";
import { gateAt } from "./gate-pace.ts";
import type { GateSettings } from "./gate-settings.ts";
import { joinLocal } from "./local-client.ts";
import { type Persona, personaFor, personas } from "./personas.ts";
import { modelCompose, modelPonder, modelVoice, type Spending } from "./voice.ts";

export type BotHostOptions = {
  readonly recall: BotOptions["recall"];
  readonly now: () => number;
  readonly newSeed: () => string;
  readonly pace: number;
  /** When bots may speak, at a person's pace. */
  readonly gate: GateSettings;
  /** Undefined without a model: then bots talk by script and play by the law. */
  readonly model: Model | undefined;
  readonly spend: Spending;
};

export type Invitation = {
  readonly code: string;
  readonly wish: {
    readonly persona: string | null;
    readonly skill: number | null;
    readonly talk: number | null;
    readonly brain: "skill" | "model" | null;
  };
  readonly nth: number;
  /** The identity of a bot that had a seat before the lobby was interrupted. */
  readonly returning?: string;
};

/** Has bots take seats in the lobbies of this process. */
export const botHostOf = (options: BotHostOptions) => {
  const { model, spend, now, pace, newSeed } = options;
  const settings = gateAt(options.gate, pace);
  const present = new Map<string, Set<string>>();
  const companies = new Map<string, Company>();
  const voice = model && modelVoice(model, spend, pace);

  const companyOf = (code: string): Company => {
    const random = seededRandom(newSeed());
    const company = companies.get(code) ?? new Company({ code, settings, voice, random, now, pace });
    companies.set(code, company);
    return company;
  };

  /** An identity that this lobby does not have yet: the persona's own, or its second, third… self. */
  const claim = (code: string, persona: Persona): Identity => {
    const taken = present.get(code) ?? new Set();
    present.set(code, taken);
    let nth = 1;
    while (taken.has(idOf(persona, nth))) nth++;
    taken.add(idOf(persona, nth));
    return identityOf(persona, nth);
  };

  /** The identity a bot had before; undefined when it is here already, or nobody we know. */
  const reclaim = (code: string, id: string): { persona: Persona; identity: Identity } | undefined => {
    const [, personaId = "", nth = "1"] = /^bot-([a-z]+)(?:-(\d+))?$/.exec(id) ?? [];
    const persona = personas.find((one) => one.id === personaId);
    const taken = present.get(code) ?? new Set();
    if (persona === undefined || taken.has(id)) return undefined;
    present.set(code, taken.add(id));
    return { persona, identity: identityOf(persona, Number(nth)) };
  };

  const release = (code: string, id: string): void => {
    const taken = present.get(code);
    taken?.delete(id);
    if (taken?.size !== 0) return;
    present.delete(code);
    companies.delete(code);
  };

  /** Rejects when the lobby refuses the bot, as it may refuse anybody. */
  const invite = async ({ code, wish, nth, returning }: Invitation): Promise<void> => {
    const back = returning === undefined ? undefined : reclaim(code, returning);
    if (returning !== undefined && back === undefined) return;
    const persona = back?.persona ?? personaFor(wish.persona, nth);
    const traits = {
      skill: wish.skill ?? persona.skill,
      talk: wish.talk ?? persona.talk,
      brain: wish.brain ?? "skill",
    } as const;
    const identity = { ...(back?.identity ?? claim(code, persona)), bot: traits };
    const bot = new Bot({
      id: identity.id,
      persona,
      company: companyOf(code),
      recall: options.recall,
      ponder: model && modelPonder(model, spend, code),
      compose: modelCompose(model, spend, code),
      random: seededRandom(newSeed()),
      now,
      pace,
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

const identityOf = (persona: Persona, nth: number): Identity => ({
  id: idOf(persona, nth),
  name: nth === 1 ? persona.name : `${persona.name} ${nth}`,
  role: "player",
  kind: "bot",
});

const idOf = (persona: Persona, nth: number): PlayerId =>
  (nth === 1 ? `bot-${persona.id}` : `bot-${persona.id}-${nth}`) as PlayerId;
