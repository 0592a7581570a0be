import type { Client } from "@colyseus/core";
import type { AnyGame } from "../src/core/game.ts";
import type { PlayerId } from "../src/core/ids.ts";
import type { LobbyCommand } from "../src/lobby/commands.ts";
import type { Games } from "../src/lobby/evolve.ts";
import { type ConductRules, type Judged, nothingPast, type PastConduct } from "../src/lobby/ladder.ts";
import { type Lobby, type Person, playOf } from "../src/lobby/state.ts";
import type { ServerSettings } from "../src/protocol/admin.ts";
import type { Outcome } from "./base-room.ts";
import type { Services } from "./services.ts";
import { personOf, type Visitor } from "./visitor.ts";

export type Talking = {
  readonly services: Pick<
    Services,
    "judge" | "choiceKey" | "signal" | "opinion" | "conduct" | "reviews" | "settings" | "now" | "newId" | "log"
  >;
  readonly games: Games;
  readonly lobby: () => Lobby;
  readonly visitorOf: (client: Client) => Visitor;
  readonly decide: (command: LobbyCommand) => Promise<Outcome>;
};

const minute = 60_000;
const hour = 60 * minute;

/** What the server's settings mean for the ladder. */
export const conductRulesOf = (settings: ServerSettings): ConductRules => ({
  limit: settings.strikeLimit,
  strikeMs: settings.strikeDays * 24 * hour,
  cleanLines: settings.cleanLines,
  muteMs: settings.muteMinutes * minute,
  banMs: settings.banHours * hour,
  secondBanMs: settings.secondBanHours * hour,
  hosts: settings.allowedHosts,
});

/** Who acts when nobody does. */
const rulesHand = { player: "" as PlayerId, staff: true } as const;

/** What counts against somebody elsewhere. When the store can't say, what the lobby itself knows has to do. */
export const pastOf = async (
  { conduct, now, log }: Pick<Services, "conduct" | "now" | "log">,
  person: Pick<Person, "id" | "kind">,
): Promise<PastConduct> => {
  if (person.kind === "bot") return nothingPast;
  try {
    return await conduct.recordOf(person.id, now());
  } catch (error) {
    log.warn({ player: person.id, err: error }, "past conduct could not be looked up");
    return nothingPast;
  }
};

/** Finds what is in a text that others will read. */
export const judgingOf = ({ services, games, lobby }: Pick<Talking, "services" | "games" | "lobby">) => {
  const judged = (text: string, person: Person): Judged => {
    const { level } = lobby().settings;
    const found = services.judge(text, {
      level,
      purpose: person.kind === "bot" ? "bot" : "chat",
      isChoice: (folded) => choicesOf(games, lobby(), services.choiceKey).has(folded),
    });
    const { action, tier, category, rule, score, shown } = found;
    const flag = action === "allow" && level !== "off" && person.kind === "human" ? flagOf(text) : undefined;
    return { action, tier, category, rule, score, shown, flag };
  };
  const flagOf = (text: string): Judged["flag"] => {
    const { signal, settings } = services;
    if (signal === undefined || !settings.current().signal) return undefined;
    const score = signal.score(text);
    return score >= signal.threshold ? { rule: "signal", score } : undefined;
  };
  return judged;
};

/** Takes a chat line through the verdict, and a second opinion where there is one, to the lobby. */
export const talkOf = ({ services, games, lobby, visitorOf, decide }: Talking) => {
  const { opinion, reviews, log } = services;
  const judged = judgingOf({ services, games, lobby });

  /** Asks for a second opinion before anybody reads the line, where that is wanted. */
  const heldFor = async (text: string, local: Judged): Promise<Judged> => {
    if (opinion?.mode !== "pre" || local.action === "block" || lobby().settings.level === "off") return local;
    const said = await opinion.of(text);
    if (said?.flagged !== true) return local;
    const { category, score } = said;
    return { ...local, action: "block", tier: 0, category, score, rule: `opinion:${category}` };
  };

  /** Asks for a second opinion on what everybody has read already, and takes it back. */
  const retract = async (id: string, text: string, person: Person, name: string): Promise<void> => {
    const said = await opinion?.of(text);
    if (said?.flagged !== true) return;
    await decide({ type: "remove_line", hand: rulesHand, id, reason: said.category });
    await queue(id, text, person, name, said);
  };

  const queue = async (
    id: string,
    text: string,
    { id: player }: Person,
    name: string,
    { category, score }: { readonly category: string; readonly score: number },
  ): Promise<void> => {
    const { code, chat } = lobby();
    const context = chat.slice(-5).map((line) => ({ ...line, player: line.player as string }));
    const about = { lobby: code, player, name, message: id, text, rule: `opinion:${category}`, category, score };
    await reviews.add({ id, kind: "flag", ...about, context, sanction: "", strike: "", at: services.now() });
  };
  const worry = (error: unknown): void => log.warn({ err: error }, "a second opinion was not followed");

  return async (client: Client, text: string): Promise<Outcome> => {
    const person = personOf(visitorOf(client).identity);
    const local = judged(text, person);
    const found = opinion?.mode === "pre" ? await heldFor(text, local) : local;
    const past = found.action === "block" ? await pastOf(services, person) : nothingPast;
    const fresh = { id: services.newId(), seed: services.newId() };
    const rules = conductRulesOf(services.settings.current());
    const outcome = await decide({ type: "chat", person, text, judged: found, past, rules, fresh });
    const name = lobby().members.get(person.id)?.name ?? person.name;
    if (found !== local) void queue(fresh.id, text, person, name, found).catch(worry);
    else if (outcome.ok && opinion?.mode === "post" && lobby().settings.level !== "off") {
      void retract(fresh.id, text, person, name).catch(worry);
    }
    return outcome;
  };
};

type Choices = ReadonlySet<string>;
const known = new WeakMap<object, Choices>();

/** The choices of every question that the lobby has been shown in its game: to say one is never an insult. */
const choicesOf = (games: Games, lobby: Lobby, keyOf: (text: string) => string): Choices => {
  const play = playOf(lobby);
  if (play === undefined) return new Set();
  const before = known.get(play.state);
  if (before !== undefined) return before;
  const { asked } = games.get(play.mode) as AnyGame;
  const choices = new Set(asked(play.state).flatMap((question) => question.choices.map(keyOf)));
  known.set(play.state, choices);
  return choices;
};
