import type { Said } from "./table-talk.ts";

const seconds = 1000;
const minutes = 60 * seconds;

/** Every cap on bots that a talk has broken, found from its lines alone. The numbers are those of the rules, not the settings. */
export const broken = (said: readonly Said[]): ReadonlySet<string> => {
  const found = new Set<string>();
  const answers = new Map<string, number>();
  const breaks = new Map<string, number>();
  for (const [nth, line] of said.entries()) {
    if (line.kind !== "bot") continue;
    const { at, turn, seat, phase, people, givenAt } = line;
    const earlier = said.slice(Math.max(0, nth - 3000), nth);
    const bots = earlier.filter((one) => one.kind === "bot");
    const persons = earlier.filter((one) => one.kind === "human");
    const within = (ms: number): number => bots.filter((one) => at - one.at < ms).length + 1;
    const check = (cap: string, holds: boolean): void => void (holds || found.add(cap));
    const before = (lines: readonly Said[]): number => at - (lines.at(-1)?.at ?? -Infinity);
    const isMention = turn?.occasion.type === "mention";

    check("a turn", turn !== undefined && at - givenAt < 20 * seconds);
    check("muted", seat !== undefined && seat.muted !== true);
    check("silenced", isMention || (seat?.talk ?? 0) > 0);
    check("open question", phase !== "question" || (isMention && turn.scriptedOnly));
    check("lobby rest", before(bots) >= 4 * seconds);
    check("in a row", earlier.at(-1)?.kind !== "bot" || before(bots) >= 60 * seconds);
    check("per minute", within(60 * seconds) <= 4);
    const last = said.slice(Math.max(0, nth - 19), nth + 1);
    const share = last.length < 4 ? 1 : last.length / 4;
    check("share", last.filter((one) => one.kind === "bot").length <= share);
    if (people === 0 || before(persons) >= 10 * minutes) check("alone", within(10 * minutes) <= 2);
    const rest = before(bots.filter((one) => one.player === line.player));
    if (rest < 20 * seconds) {
      check("bot rest", isMention);
      check("broken rest", at - (breaks.get(line.player) ?? -Infinity) >= 10 * seconds);
      breaks.set(line.player, at);
    }

    if (turn?.occasion.type === "mention") {
      const { line: asked } = turn.occasion;
      check("chain", asked.kind === "human");
      check("stale", givenAt - asked.at < 20 * seconds);
      const key = `${asked.player} ${asked.at}`;
      answers.set(key, (answers.get(key) ?? 0) + 1);
      check("answers", (answers.get(key) ?? 0) <= 2);
    }
    if (turn?.occasion.type === "lull") {
      const silentFor = givenAt - (said.findLast((one) => one.at <= givenAt && one !== line)?.at ?? -Infinity);
      check("silence", silentFor >= (turn.offer ? 60 : 45) * seconds);
      const lulls = bots.filter((one) => one.turn?.occasion.type === "lull");
      check("lulls", before(lulls) >= 5 * minutes);
      check("lulls in a row", lulls.length === 0 || before(persons) <= before(lulls));
      if (turn.offer) check("offers", before(lulls.filter((one) => one.turn?.offer === true)) >= 10 * minutes);
      if (turn.offer) check("offer in a game", phase === "" || phase === "podium");
    }
  }
  for (const player of new Set(said.map((line) => line.player))) {
    const asked = said.flatMap(({ turn }) => (turn?.occasion.type === "mention" ? [turn.occasion.line] : []));
    const times = [...new Set(asked.filter((line) => line.player === player).map(({ at }) => at))].toSorted(
      (a, b) => a - b,
    );
    if (times.some((at, nth) => at - (times[nth - 1] ?? -Infinity) < 10 * seconds)) found.add("mentions");
  }
  return found;
};
