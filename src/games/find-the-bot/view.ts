import type { Ask } from "../../core/ask.ts";
import type { GameNotice, GameView, PlayerView } from "../../core/game.ts";
import type { PlayerId } from "../../core/ids.ts";
import { promptText } from "./prompts.ts";
import { isMarked, ranking } from "./scoring.ts";
import type { Alias, FindTheBot, FindTheBotEvent, Line, Mark, Phase } from "./state.ts";
import { speakId } from "./talking.ts";

const longestLine = 200;
/** Told again to who comes back. */
const linesKept = 100;

/** What everybody may see: who is behind an alias in the unmasking and never before (rule T5). */
export const view = (state: FindTheBot): GameView => {
  const { phase, number, rounds, players } = state;
  return {
    number,
    total: rounds,
    phase: phase.name,
    phaseEndsAt: phase.name === "podium" ? undefined : phase.endsAt,
    phaseMs: phaseMs(state),
    stopped: phase.name === "podium" && !phase.counts,
    question: undefined,
    reveal: undefined,
    players: playersOf(players),
    more: partsOf(state),
    hushed: phase.name === "talking" || phase.name === "voting",
  };
};

const phaseMs = ({ phase, timings, talkMs, voteMs }: FindTheBot): number => {
  switch (phase.name) {
    case "countdown":
      return timings.countdown;
    case "talking":
      return talkMs;
    case "voting":
      return voteMs;
    case "unmasked":
      return 3 * timings.reveal;
    case "scores":
      return timings.scores;
    case "podium":
      return 0;
  }
};

/** Of who has voted nothing shows: whether somebody has `answered` is never told. */
const playersOf = (players: FindTheBot["players"]): ReadonlyMap<PlayerId, PlayerView> =>
  new Map(ranking(players).map(({ player, score, rank }) => [player, { score, rank, streak: 0, answered: false }]));

const partsOf = (state: FindTheBot): Readonly<Record<string, unknown>> => {
  const { phase, round } = state;
  if (round === undefined || phase.name === "podium") return {};
  const shown = { round: roundPart(round.aliases, round.prompt) };
  switch (phase.name) {
    case "talking":
      return { ...shown, typing: typingIn(phase) };
    case "voting":
      return { ...shown, voted: phase.votes.size };
    case "unmasked":
      return { ...shown, unmasked: unmaskedPart(state, phase) };
    default:
      return shown;
  }
};

const roundParts = new WeakMap<readonly Alias[], object>();

/** The same object as long as the round lasts. */
const roundPart = (aliases: readonly Alias[], prompt: string): object => {
  const known = roundParts.get(aliases) ?? {
    prompt: { id: prompt, text: promptText(prompt) },
    aliases: aliases.map(({ id, name, colour }) => ({ id, name, colour })),
  };
  roundParts.set(aliases, known);
  return known;
};

const typingIn = ({ waiting, shownAt }: Phase & { readonly name: "talking" }): readonly string[] =>
  [...new Set(waiting.filter(({ from }) => from <= shownAt).map(({ alias }) => alias))].toSorted();

const unmaskedParts = new WeakMap<readonly Mark[], object>();

/** Who was who, and who marked whom. */
const unmaskedPart = (
  { round, players }: FindTheBot,
  { marks, fooled }: Phase & { readonly name: "unmasked" },
): object => {
  const aliases = round?.aliases ?? [];
  const marked = (bots: number) => aliases.filter((_, index) => isMarked(bots, index)).map(({ id }) => id);
  const known = unmaskedParts.get(marks) ?? {
    aliases: aliases.map(({ id, player }, index) => ({
      id,
      player,
      name: players.get(player)?.name ?? "",
      bot: players.get(player)?.bot === true,
      fooled: fooled[index]?.fooled ?? 0,
      of: fooled[index]?.of ?? 0,
    })),
    votes: marks.map(({ player, bots, ...rest }) => ({
      player,
      name: players.get(player)?.name ?? "",
      marked: bots === null ? null : marked(bots),
      ...rest,
    })),
  };
  unmaskedParts.set(marks, known);
  return known;
};

/** The aliases a player is behind in the round that is played. */
const aliasesOf = ({ round }: FindTheBot, player: PlayerId): readonly Alias[] =>
  round?.aliases.filter((alias) => alias.player === player) ?? [];

/** A line under each alias of one's own; then a vote, with a bit for each alias in the order shown. */
export const asks = (state: FindTheBot, player: PlayerId): readonly Ask[] => {
  const { phase, number, round, players } = state;
  const standing = players.get(player);
  if (standing === undefined || standing.presence === "gone" || round === undefined) return [];
  if (phase.name === "talking") {
    return aliasesOf(state, player).map(({ id, name }) => ({
      id: speakId(number, id),
      what: "write",
      purpose: "alias",
      prompt: name,
      most: longestLine,
      shown: true,
      repeats: true,
      endsAt: phase.endsAt,
    }));
  }
  if (phase.name !== "voting" || phase.votes.has(player)) return [];
  const most = 2 ** round.aliases.length - 1;
  return [
    { id: `suspects-${number}`, what: "number", purpose: "suspects", prompt: "", least: 0, most, endsAt: phase.endsAt },
  ];
};

/** Which aliases are one's own, what one has written that is not told yet, and one's vote. */
export const own = (state: FindTheBot, player: PlayerId): unknown => {
  const { phase } = state;
  const aliases = phase.name === "podium" ? [] : aliasesOf(state, player).map(({ id }) => id);
  const waiting = phase.name === "talking" ? phase.waiting.filter(({ alias }) => aliases.includes(alias)) : [];
  return {
    aliases,
    waiting: waiting.map(({ alias, text }) => ({ alias, text })),
    vote: phase.name === "voting" ? (phase.votes.get(player) ?? null) : null,
  };
};

const lineNotice = (number: number, { alias, text, at }: Line) => ({
  type: "line",
  payload: { round: number, alias, text, at },
});

/** Lines, as they are told. */
export const notices = (event: FindTheBotEvent, { number, round }: FindTheBot): readonly GameNotice[] => {
  if ((event.type !== "beat" && event.type !== "hushed") || event.told === 0) return [];
  return (round?.lines ?? []).slice(-event.told).map((line) => ({ player: "all", ...lineNotice(number, line) }));
};

/** The last lines of the round, as long as somebody may want to read them. */
export const recall = ({ number, round, phase }: FindTheBot) =>
  phase.name === "talking" || phase.name === "voting" || phase.name === "unmasked"
    ? (round?.lines ?? []).slice(-linesKept).map((line) => lineNotice(number, line))
    : [];
