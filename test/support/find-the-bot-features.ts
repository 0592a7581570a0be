import { onceFor } from "../../src/core/once.ts";
import type { SeenRound } from "./find-the-bot-rounds.ts";

/** What is measured of one alias, by name; the same names for all. */
type Features = Readonly<Record<string, number>>;

type Line = {
  readonly alias: string;
  readonly at: number;
  readonly bytes: number;
  /** What the frame has beside the text. */
  readonly spare: number;
  readonly fields: number;
  /** Among those of the same instant. */
  readonly place: number;
};
type Sign = { readonly alias: string; readonly from: number; readonly until: number; readonly bytes: number };

const talkMs = 120_000;
const beatMs = 600;
/** The bytes of a line's notice without its text, about. */
const emptyLine = 50;

const sumOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);
const meanOf = (values: readonly number[]): number => (values.length === 0 ? -1 : sumOf(values) / values.length);
const spreadOf = (values: readonly number[]): number => {
  const mean = meanOf(values);
  return values.length < 2 ? -1 : Math.sqrt(sumOf(values.map((value) => (value - mean) ** 2)) / (values.length - 1));
};
const leastOf = (values: readonly number[]): number => (values.length === 0 ? -1 : Math.min(...values));
const mostOf = (values: readonly number[]): number => (values.length === 0 ? -1 : Math.max(...values));
const middleOf = (values: readonly number[]): number =>
  values.length === 0 ? -1 : (values.toSorted((a, b) => a - b)[values.length >> 1] as number);
const shareOf = <T>(values: readonly T[], is: (value: T) => boolean): number =>
  values.length === 0 ? -1 : values.filter(is).length / values.length;

const summary = (name: string, values: readonly number[]): Features => ({
  [`${name} mean`]: meanOf(values),
  [`${name} spread`]: spreadOf(values),
  [`${name} least`]: leastOf(values),
  [`${name} middle`]: middleOf(values),
  [`${name} most`]: mostOf(values),
});

/** By how much the mean of some lines is above the least of all. */
const beyondLeast = (some: readonly Line[], all: readonly Line[], of: (line: Line) => number): number =>
  some.length === 0 ? 0 : meanOf(some.map(of)) - leastOf(all.map(of));

/** How far two series go along, from -1 to 1. */
const tieOf = (xs: readonly number[], ys: readonly number[]): number => {
  if (xs.length < 3) return 0;
  const [mx, my] = [meanOf(xs), meanOf(ys)];
  const both = sumOf(xs.map((x, index) => (x - mx) * ((ys[index] as number) - my)));
  const each = Math.sqrt(sumOf(xs.map((x) => (x - mx) ** 2)) * sumOf(ys.map((y) => (y - my) ** 2)));
  return each === 0 ? 0 : both / each;
};

/** The talk of one round, taken from the frames alone. */
const talkOf = onceFor(({ got }: SeenRound) => {
  const lines: Line[] = [];
  const signs: Sign[] = [];
  const open = new Map<string, { readonly from: number; readonly bytes: number }>();
  let place = 0;
  for (const { at, name, bytes, value } of got) {
    if (name === "line") {
      const line = value as { readonly alias: string; readonly text: string; readonly at: number };
      place = lines.at(-1)?.at === at ? place + 1 : 0;
      const spare = bytes - Buffer.byteLength(line.text) - String(line.at).length;
      lines.push({ alias: line.alias, at, bytes, spare, fields: Object.keys(line).length, place });
    }
    if (name !== "typing" && name !== "voted") continue;
    const typing = new Set(name === "typing" ? (value as readonly string[]) : []);
    for (const alias of typing) if (!open.has(alias)) open.set(alias, { from: at, bytes });
    for (const [alias, begun] of open) {
      if (typing.has(alias)) continue;
      signs.push({ alias, until: at, ...begun });
      open.delete(alias);
    }
  }
  return { lines, signs: signs.toSorted((a, b) => a.from - b.from) };
});

/** How often two begin to write within so many ms of each other, less how often they would by chance. */
const meetingsOf = (one: readonly number[], other: readonly number[], withinMs: number): number => {
  const met = one.filter((at) => other.some((time) => Math.abs(time - at) <= withinMs)).length;
  const lawful = (one.length * other.length * (2 * withinMs + beatMs)) / talkMs;
  return (met - lawful) / Math.sqrt(lawful + 0.5);
};

/** How somebody writes in one round: how much, at what length, and how soon. */
const styleOf = (lines: readonly Line[]): readonly number[] => [
  Math.log(1 + lines.length),
  3 * meanOf(lines.map(({ bytes }) => Math.log(Math.max(1, bytes - emptyLine)))),
  Math.log(1 + (lines[0]?.at ?? talkMs) / 10_000),
];

/** How near a style is to the nearest of those that people, or bots, had in earlier rounds. */
const likenessOf = (style: readonly number[], { before }: SeenRound, toBots: boolean): number => {
  const known = new Map<string, (readonly number[])[]>();
  for (const round of before) {
    const { lines } = talkOf(round);
    for (const [alias, owner] of round.owners) {
      if (round.truth.has(alias) !== toBots) continue;
      known.set(owner, [...(known.get(owner) ?? []), styleOf(lines.filter((line) => line.alias === alias))]);
    }
  }
  const far = [...known.values()].map((styles) =>
    Math.hypot(...style.map((value, index) => value - meanOf(styles.map((one) => one[index] as number)))),
  );
  return far.length === 0 ? -1 : Math.min(...far);
};

/** Sizes and times of one alias among the others, from what one client got. */
const featuresOf = (round: SeenRound, talk: ReturnType<typeof talkOf>, index: number): Features => {
  const { id, name, colour } = round.aliases[index] as SeenRound["aliases"][number];
  const own = talk.lines.filter(({ alias }) => alias === id);
  const signs = talk.signs.filter(({ alias }) => alias === id);
  const starts = signs.map(({ from }) => from);
  const times = own.map(({ at }) => at);
  const sizes = own.map(({ bytes }) => bytes);
  const gaps = times.slice(1).map((at, nth) => at - (times[nth] as number));
  const others = talk.lines.filter(({ alias }) => alias !== id);
  const before = (at: number) => others.findLast((line) => line.at <= at);
  const sinceOthers = starts.map((at) => at - (before(at)?.at ?? 0));
  const untilOthers = times.flatMap((at) =>
    others
      .filter((line) => line.at > at)
      .slice(0, 1)
      .map((line) => line.at - at),
  );
  const counts = round.aliases.map((one) => talk.lines.filter(({ alias }) => alias === one.id).length);
  const startsOf = (alias: string) => talk.signs.filter((sign) => sign.alias === alias).map(({ from }) => from);
  const rest = round.aliases.filter((one) => one.id !== id).map((one) => startsOf(one.id));
  const drops = round.got.filter(
    ({ name: part, value }) => part === "roster" && !(value as { readonly connected: boolean }).connected,
  );
  const firstDrop = drops.find(({ at }) => at > 0 && at < talkMs)?.at;
  const [person, bot] = [false, true].map((toBots) => likenessOf(styleOf(own), round, toBots)) as [number, number];
  const speed = gaps.map((gap, nth) => (sizes[nth + 1] as number) / Math.max(beatMs, gap));
  const votes = round.got.filter(({ name: part, value }) => part === "voted" && value !== 0);
  return {
    people: round.people,
    bots: round.bots,
    aliases: round.aliases.length,
    mine: round.own.length,
    place: index,
    colour,
    "name length": name.length,
    lines: own.length,
    "lines of all": talk.lines.length,
    "share of lines": own.length / Math.max(1, talk.lines.length),
    "rank by lines": counts.filter((count) => count > own.length).length,
    "silent ones": counts.filter((count) => count === 0).length,
    first: times[0] ?? talkMs,
    "rank by first": round.aliases.filter((one) => (startsOf(one.id)[0] ?? talkMs) < (starts[0] ?? talkMs)).length,
    last: times.at(-1) ?? 0,
    "silence at the end": talkMs - (times.at(-1) ?? 0),
    "lines of the first third": times.filter((at) => at < talkMs / 3).length,
    "lines of the last third": times.filter((at) => at > (2 * talkMs) / 3).length,
    ...summary("gap", gaps),
    "short gaps": shareOf(gaps, (gap) => gap < 6000),
    ...summary("after others", sinceOthers),
    "soon after others": shareOf(sinceOthers, (gap) => gap < 5000),
    ...summary("before others", untilOthers),
    "own line before": shareOf(own, ({ at }) => talk.lines.findLast((line) => line.at < at)?.alias === id),
    ...summary("bytes", sizes),
    "bytes first": sizes[0] ?? -1,
    "bytes in all": sumOf(sizes),
    "bytes small": shareOf(sizes, (size) => size < 58),
    "size and gap": tieOf(gaps, sizes.slice(1)),
    "size and others' size": tieOf(
      sizes,
      own.map(({ at }) => before(at - beatMs)?.bytes ?? 0),
    ),
    "speed most": mostOf(speed),
    "speed middle": middleOf(speed),
    "sign mean": meanOf(signs.map(({ from, until }) => until - from)),
    "sign spread": spreadOf(signs.map(({ from, until }) => until - from)),
    "sign bytes": meanOf(signs.map(({ bytes }) => bytes)),
    "bytes beside the text": beyondLeast(own, talk.lines, ({ spare }) => spare),
    fields: beyondLeast(own, talk.lines, ({ fields }) => fields),
    "off the beat": mostOf(times.map((at) => at % beatMs)),
    "place in a beat": meanOf(own.map(({ place }) => place)),
    "meets least 2 s": leastOf(rest.map((other) => meetingsOf(starts, other, 1800))),
    "meets least 5 s": leastOf(rest.map((other) => meetingsOf(starts, other, 4800))),
    "meets mean 2 s": meanOf(rest.map((other) => meetingsOf(starts, other, 1800))),
    "meets mean 5 s": meanOf(rest.map((other) => meetingsOf(starts, other, 4800))),
    "meets most 2 s": mostOf(rest.map((other) => meetingsOf(starts, other, 1800))),
    drops: drops.length,
    "lines after a drop": firstDrop === undefined ? -1 : times.filter((at) => at > firstDrop + 3000).length,
    "like a person": person,
    "like a bot": bot,
    "rather like a bot": person < 0 || bot < 0 ? 0 : person - bot,
    "rounds before": round.before.length,
    "first vote": votes[0]?.at ?? -1,
    votes: votes.length,
  };
};

export type Sample = { readonly features: readonly number[]; readonly bot: boolean };

/** A sample for each alias that is not the client's own. */
export const samplesOf = (rounds: readonly SeenRound[]): readonly Sample[] =>
  rounds.flatMap((round) => {
    const talk = talkOf(round);
    return round.aliases.flatMap(({ id }, index): Sample[] =>
      round.own.includes(id)
        ? []
        : [{ features: Object.values(featuresOf(round, talk, index)), bot: round.truth.has(id) }],
    );
  });

/** The first of the figures: people, bots, aliases and mine. */
const ofRoster = 4;

/** The same sample by what everybody knows before a word is said. */
export const rosterOf = ({ features, bot }: Sample): Sample => ({ features: features.slice(0, ofRoster), bot });
