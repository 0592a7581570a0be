import type { GateSettings } from "../../src/bots/gate-settings.ts";
import type { Occasion } from "../../src/bots/talk.ts";
import { seededRandom } from "../../src/core/random.ts";
import { TableTalk } from "./table-talk.ts";

const texts = [
  "hi there",
  "Muse?",
  "what do you think, quill",
  "@rae hello",
  "nice one",
  "bots!",
  "yes",
  "haha",
  "Muse and Rae?",
];
const phases = ["", "countdown", "question", "reveal", "scores", "podium"];

/** An evening of a table with three bots, all by chance. */
export const randomEvening = (settings: GateSettings, seed: string, steps: number): TableTalk => {
  const random = seededRandom(seed);
  const one = <T>(items: readonly [T, ...T[]] | readonly T[]): T => items[Math.floor(random() * items.length)] as T;
  const talk = new TableTalk(settings, seededRandom(`${seed} gate`));
  talk.plan = () => (random() < 0.15 ? one(["pass", "hang"] as const) : random() * one([0, 3000, 19_000, 25_000]));
  talk.words = () => one(["I see.", "Rae, what do you say?", "Muse! Quill! Shall we?", "Another one, anybody?"]);
  const names = ["GPT-Muse", "Professor Quill", "Rookie Rae"];
  const arrive = (name: string): TableTalk => talk.seat(name, name, one([0, 0.5, 1, 1]), random() < 0.1);
  for (const name of names) arrive(name);
  talk.connect(Math.floor(random() * 3));
  const occasions = (): Occasion =>
    one<Occasion>([
      { type: "arrival", name: "Cai" },
      { type: "reveal", right: true, answered: true, streak: Math.floor(random() * 5) },
      { type: "ended", rank: 1, winner: "Ann" },
      { type: "story", soFar: [] },
      { type: "lull" },
    ]);
  const pause = one([200, 3000, 15_000, 90_000]);
  for (let n = 0; n < steps; n++) {
    const dice = random();
    if (dice < 0.6 && talk.people > 0) talk.say(one(["Ann", "Bob"]), one(texts));
    else if (dice < 0.75) talk.enter(one(phases));
    else if (dice < 0.9) talk.moment(occasions(), random() < 0.5 ? undefined : one(names));
    else if (dice < 0.94) talk.connect(Math.floor(random() * 3));
    else if (dice < 0.97) talk.leave(one(names));
    else arrive(one(names));
    talk.pass(random() * one([pause, pause, pause, 90_000]));
  }
  return talk;
};
