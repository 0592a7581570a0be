import { type Chronicle, keyOf } from "./chaos-record.ts";
import type { Stored, StoredGame } from "./chaos-store.ts";

export type Tally = {
  readonly answers: {
    readonly acked: number;
    readonly resent: number;
    readonly repeated: number;
    readonly unknown: number;
    readonly refused: number;
    readonly tooLate: number;
  };
  readonly chatAcked: number;
  readonly games: number;
  readonly events: number;
  readonly timed: number;
  readonly violations: readonly Violation[];
};

/** What must not be: something acknowledged is gone, is there twice, or is wrong in another way. */
export type Violation = { readonly kind: "lost" | "doubled" | "twin" | "wrong"; readonly text: string };

/** What a sentence about a breach is about. */
const kindOf = (text: string): Violation["kind"] => {
  if (/epoch|two processes/.test(text)) return "twin";
  if (/ twice| kept \d+ times/.test(text)) return "doubled";
  return /\blost\b|\bgone\b|not scored|never ended/.test(text) ? "lost" : "wrong";
};

export const violationOf = (text: string): Violation => ({ kind: kindOf(text), text });

/** What the clients know, what the HTTP routes showed, and what the stopped server's database holds. */
export type Evidence = {
  readonly chronicles: readonly Chronicle[];
  /** By game: the lines of its page. */
  readonly games: ReadonlyMap<string, readonly { readonly player: string; readonly score: number }[]>;
  readonly board: readonly { readonly player: string; readonly score: number; readonly games: number }[];
  /** What each lobby showed of its chat at its end. */
  readonly histories: readonly (readonly { readonly id: string; readonly text: string }[])[];
  readonly stored: Stored;
};

/** Compares what the clients know with what the server shows and keeps. */
export const tally = (evidence: Evidence): Tally => {
  const { chronicles, stored } = evidence;
  const violations = [...stored.faults];
  for (const { name, oddities } of chronicles) for (const odd of oddities) violations.push(`${name} ${odd}`);
  const counts = { timed: 0 };
  for (const game of stored.games) {
    if (!game.isOver) violations.push(`game ${game.id} never ended`);
    for (const chronicle of chronicles) violations.push(...checkPoints(game, chronicle, evidence, counts));
  }
  for (const chronicle of chronicles) {
    violations.push(...checkAnswers(chronicle, stored), ...checkBoards(chronicle, evidence));
  }
  const starts = chronicles.reduce((sum, chronicle) => sum + chronicle.starts, 0);
  if (stored.games.length < starts)
    violations.push(`of ${starts} games that were started ${starts - stored.games.length} are lost`);
  violations.push(...checkChat(evidence));
  const answers = chronicles.flatMap((chronicle) => [...chronicle.answers.values()]);
  const acked = answers.filter(({ fate }) => fate === "ok");
  const refused = answers.filter(({ fate }) => fate === "refused");
  return {
    answers: {
      acked: acked.length,
      resent: answers.filter(({ sent }) => sent > 1).length,
      unknown: answers.filter(({ fate, sent }) => fate === "unknown" && sent > 0).length,
      repeated: acked.filter(({ time }) => time === undefined).length,
      refused: refused.length,
      tooLate: answers.filter(({ code }) => code === "too_late").length,
    },
    chatAcked: chronicles.reduce((sum, { lines }) => sum + lines.filter(({ fate }) => fate === "ok").length, 0),
    games: stored.games.length,
    events: stored.events,
    timed: counts.timed,
    violations: violations.map(violationOf),
  };
};

/** Each acknowledged answer is in the journal once and unchanged; nothing is that was refused or never sent. */
const checkAnswers = ({ name, player, answers }: Chronicle, { games }: Stored): readonly string[] => {
  const wrong: string[] = [];
  for (const given of answers.values()) {
    const kept = games.find(({ id }) => id === given.game)?.answers.get(keyOf(given.question, player)) ?? [];
    const what = `${name}'s answer to ${given.question}`;
    if (kept.length > 1) wrong.push(`${what} is kept ${kept.length} times`);
    if (kept.some((choice) => choice !== given.choice)) wrong.push(`${what} was changed`);
    if (given.fate === "ok" && kept.length === 0) wrong.push(`${what} was acknowledged and is lost`);
    // Of several sendings an earlier one may have been taken, and the refusal have come of the question's end.
    if (given.fate === "refused" && given.sent === 1 && kept.length > 0) wrong.push(`${what} was refused and is kept`);
    if (given.sent === 0 && kept.length > 0) wrong.push(`${what} was never given`);
  }
  return wrong;
};

/** Points of a right answer, as the rules say (P1 and P3). */
const pointsOf = (time: number, limit: number, streak: number): number =>
  (time < 500 ? 1000 : Math.round(1000 * (1 - time / limit / 2))) +
  (streak < 2 ? 0 : Math.min(500, (streak - 1) * 100));

/** Goes through a game question by question, from this player's own answers and what everybody saw. */
const checkPoints = (
  game: StoredGame,
  { name, player, answers, results, podiums }: Chronicle,
  { chronicles, games, stored }: Evidence,
  counts: { timed: number },
): readonly string[] => {
  const wrong: string[] = [];
  let [total, streak] = [0, 0];
  for (const { question, outcomes } of game.closed) {
    const what = `${name}, ${question}:`;
    const key = keyOf(game.id, question);
    const outcome = outcomes.find((one) => one.player === player);
    if (outcomes.filter((one) => one.player === player).length > 1) wrong.push(`${what} scored twice`);
    if (outcome === undefined) {
      wrong.push(`${what} not scored`);
      continue;
    }
    const given = answers.get(key);
    const shownKey = chronicles.map(({ keys }) => keys.get(key)).find((one) => one !== undefined);
    // Only where the fate of an answer is unknown for ever, the journal's word must do.
    const choice = given?.fate === "ok" ? given.choice : outcome.choice;
    const right = shownKey === undefined ? outcome.right : choice === shownKey;
    streak = right ? streak + 1 : 0;
    if (choice !== outcome.choice) wrong.push(`${what} chose ${choice}, scored as ${outcome.choice}`);
    if (right !== outcome.right) wrong.push(`${what} ${right ? "right" : "wrong"}, scored as the contrary`);
    if (outcome.streak !== streak) wrong.push(`${what} streak ${outcome.streak}, and not ${streak}`);
    if (!right && outcome.points !== 0) wrong.push(`${what} ${outcome.points} points for a wrong answer`);
    if (right && given?.time !== undefined) {
      const due = pointsOf(given.time, given.limit, streak);
      counts.timed++;
      if (outcome.points !== due) wrong.push(`${what} ${outcome.points} points, and not ${due}`);
    }
    total += outcome.points;
    const told = results.get(key);
    if (told !== undefined && (told.points !== outcome.points || told.total !== total || told.choice !== choice))
      wrong.push(
        `${what} was told ${told.points} points and ${told.total} in all, and not ${outcome.points}, ${total}`,
      );
  }
  const line = stored.lines.find((one) => one.game === game.id && one.player === player)?.score;
  if (line !== total) wrong.push(`${name}: ${line} points kept of game ${game.id}, and not ${total}`);
  const page = games.get(game.id)?.filter((one) => one.player === player) ?? [];
  if (page.length !== 1 || page[0]?.score !== total)
    wrong.push(`${name}: the page of game ${game.id} shows ${JSON.stringify(page)}, and not ${total}`);
  const podium = podiums.get(game.id)?.get(player);
  if (podium !== total) wrong.push(`${name}: the podium of game ${game.id} showed ${podium}, and not ${total}`);
  return wrong;
};

/** The boards have each game once. */
const checkBoards = ({ name, player }: Chronicle, { board, stored }: Evidence): readonly string[] => {
  const due = stored.games.reduce(
    (sum, { closed }) =>
      sum + closed.flatMap(({ outcomes }) => outcomes).reduce((s, o) => s + (o.player === player ? o.points : 0), 0),
    0,
  );
  return [["board", board] as const, ["tally", stored.tallies] as const].flatMap(([where, rows]) => {
    const mine = rows.filter((row) => row.player === player);
    const isRight = mine.length === 1 && mine[0]?.score === due && mine[0].games === stored.games.length;
    return isRight
      ? []
      : [`${name}: the ${where} says ${JSON.stringify(mine)}, and not ${due} in ${stored.games.length}`];
  });
};

/** Acknowledged lines are there once, as written, in the order of their acknowledgements; others at most once. */
const checkChat = ({ chronicles, stored, histories }: Evidence): readonly string[] => {
  const wrong: string[] = [];
  const said = chronicles.flatMap((chronicle) => chronicle.lines);
  const places = new Map<string, number[]>();
  stored.chat.forEach(({ text }, place) => places.set(text, [...(places.get(text) ?? []), place]));
  for (const line of said) {
    const kept = places.get(line.text) ?? [];
    const isAcked = line.fate === "ok";
    if (kept.length > 1) wrong.push(`"${line.text}" is kept ${kept.length} times`);
    if (isAcked && stored.chat[kept[0] ?? -1]?.id !== line.id)
      wrong.push(`"${line.text}" was acknowledged and is lost`);
    if (line.fate === "refused" && kept.length > 0) wrong.push(`"${line.text}" was refused and is kept`);
  }
  if (stored.chat.length !== [...places.keys()].filter((text) => said.some((line) => line.text === text)).length)
    wrong.push("the chat holds lines that nobody wrote");
  const acked = said.filter(({ fate }) => fate === "ok").toSorted((a, b) => a.sentAt - b.sentAt);
  for (const [nth, line] of acked.entries()) {
    const later = acked.slice(nth + 1).find((other) => other.sentAt > line.ackedAt);
    if (later !== undefined && (places.get(later.text)?.[0] ?? 0) < (places.get(line.text)?.[0] ?? 0))
      wrong.push(`"${line.text}" stands behind "${later.text}"`);
  }
  const ids = stored.chat.map(({ id }) => id);
  for (const history of histories) {
    const from = ids.indexOf(history[0]?.id ?? "");
    const isSame = history.every(({ id }, nth) => ids[from + nth] === id);
    if (!isSame) wrong.push("a lobby's history is not what its journal holds");
  }
  return wrong;
};
