import fc from "fast-check";
import type { Question } from "../../src/core/game.ts";
import type { GameId, PlayerId } from "../../src/core/ids.ts";
import type { Hand, LobbyCommand } from "../../src/lobby/commands.ts";
import { nothingPast } from "../../src/lobby/ladder.ts";
import type { LobbyEvent } from "../../src/lobby/events.ts";
import { anyBot, type Lobby } from "../../src/lobby/state.ts";
import { chat, create, lobby, rules, start } from "./lobby.ts";
import { questions } from "./quiz.ts";

/** Turns the state into a command; a function, because ids such as the open question's are only known then. */
type Act = (state: Lobby, n: number) => LobbyCommand;

/** Acts with the time, in ms, that passes before each. */
export type Script = readonly (readonly [wait: number, act: Act])[];

const everybody = ["ana", "ben", "cai", "dan", "__proto__", "bot1", "bot2"] as PlayerId[];
const player = fc.constantFrom(...everybody);
const hand = fc.record({ player, staff: fc.constant(false) });
const kindOf = (id: PlayerId) => (id.startsWith("bot") ? "bot" : "human");
const always =
  (command: (fresh: { id: string; seed: string }) => LobbyCommand): Act =>
  (_state, n) =>
    command({ id: `id${n}`, seed: `seed${n}` });

/** What moderators do, to something that is there where there is anything. */
const moderation = (by: Hand, who: PlayerId, { chat: lines, held, strikes }: Lobby, n: number): LobbyCommand => {
  const staff = { ...by, staff: true };
  const person = { id: who, name: who, kind: kindOf(who) } as const;
  const fresh = { id: `moderated${lines.length}-${n}`, seed: "seed" };
  const all: LobbyCommand[] = [
    { type: "remove_line", hand: by, id: lines.at(-1)?.id ?? "none", reason: "" },
    { type: "decide_held", hand: by, id: [...held.keys()][0] ?? "none", allow: lines.length % 2 === 0 },
    { type: "unban", hand: by, player: who },
    { type: "pardon", hand: staff, player: who, strikes: (strikes.get(who) ?? []).map(({ id }) => id) },
    { type: "strike", hand: staff, person, text: "x", reason: "insult", past: nothingPast, rules, fresh },
    { type: "forget", player: who },
  ];
  return all[n % all.length] as LobbyCommand;
};

const openQuestion = ({ stage }: Lobby): string =>
  stage.status === "in-progress"
    ? (((stage.play.state as unknown as { questions: readonly Question[]; current: number }).questions[
        (stage.play.state as unknown as { current: number }).current
      ]?.id as string | undefined) ?? "none")
    : "none";

const orderId = ({ stage }: Lobby): GameId =>
  "making" in stage && stage.making !== undefined ? stage.making.order.game : ("none" as GameId);

const joins = player.map((id): Act =>
  always((fresh) => ({ type: "join", person: { id, name: id, kind: kindOf(id) }, fresh })),
);
const answers = fc
  .tuple(player, fc.integer({ min: 0, max: 4 }), fc.boolean(), fc.constantFrom({}, {}, { hold: true }))
  .map(([id, choice, right, hold]): Act => (state) => ({
    type: "play",
    player: id,
    message: { type: "answer", question: right ? openQuestion(state) : "q1", choice, ...hold },
  }));
const builds: fc.Arbitrary<Act> = fc.integer({ min: 0, max: 3 }).map((count): Act => (state) => ({
  type: "built",
  game: orderId(state),
  questions: questions(count),
  note: "",
  more: count === 1,
}));
/** The rest of the questions, in lots. */
const additions: fc.Arbitrary<Act> = fc
  .tuple(fc.integer({ min: 0, max: 3 }), fc.boolean())
  .map(([count, last]): Act => (state, n) => ({
    type: "added",
    game: orderId(state),
    // Never one that is there already.
    questions: questions(4 + 3 * n + count).slice(4 + 3 * n),
    note: "",
    last,
  }));

/** What is done with the questions before play. */
const looks: fc.Arbitrary<Act> = fc.tuple(hand, fc.nat(2)).map(([who, how]): Act => ({ stage }, n) => {
  const was = stage.status === "ready" ? stage.questions[0] : undefined;
  const question = was?.id ?? "none";
  if (how === 0) return { type: "preview", hand: who };
  if (how === 1 || was === undefined) return { type: "drop_question", hand: who, question };
  const edited = { ...was, id: `edited${n}` as typeof was.id, prompt: `${was.prompt} Or not?` };
  return { type: "edit_question", hand: who, question, edited };
});

const act: fc.Arbitrary<Act> = fc.oneof(
  { weight: 6, arbitrary: answers },
  { weight: 5, arbitrary: fc.constant(always(() => ({ type: "tick" }))) },
  { weight: 4, arbitrary: joins },
  { weight: 3, arbitrary: builds },
  { weight: 1, arbitrary: additions },
  { weight: 1, arbitrary: looks },
  {
    weight: 3,
    arbitrary: hand.map((who) => always((fresh) => ({ type: "start", hand: who, wish: {}, fresh }))),
  },
  { weight: 2, arbitrary: player.map((id) => always(() => ({ type: "drop", player: id }))) },
  { weight: 1, arbitrary: player.map((id) => always(() => ({ type: "leave", player: id }))) },
  {
    weight: 1,
    arbitrary: fc.integer({ min: 0, max: 2_000_000 }).map((stoodFrom) => always(() => ({ type: "wake", stoodFrom }))),
  },
  {
    weight: 2,
    arbitrary: fc
      .tuple(hand, fc.constantFrom("pause", "resume", "skip", "stop"))
      .map(([who, type]) => always(() => ({ type, hand: who }))),
  },
  {
    weight: 2,
    arbitrary: fc
      .tuple(player, fc.string({ maxLength: 60 }), fc.constantFrom(0, 0, 0, 1, 2, 3))
      .map(([id, text, tier]) =>
        always((fresh) => ({ ...chat(id, text, tier), person: { id, name: id, kind: kindOf(id) }, fresh })),
      ),
  },
  {
    weight: 1,
    arbitrary: player.map((id) => always((fresh) => ({ type: "suggest", player: id, wish: {}, fresh }))),
  },
  {
    weight: 1,
    arbitrary: fc
      .tuple(player, fc.boolean())
      .map(([id, accept]) => always(() => ({ type: "offer", player: id, id: undefined, accept }))),
  },
  {
    weight: 1,
    arbitrary: fc
      .tuple(hand, player, fc.boolean())
      .map(([who, id, ban]) =>
        always((fresh) => ({ type: "kick", hand: who, player: id, ban, minutes: 1, reason: "", fresh })),
      ),
  },
  {
    weight: 1,
    arbitrary: fc
      .tuple(hand, player, fc.integer({ min: 0, max: 3 }))
      .map(([who, id, minutes]) =>
        always((fresh) => ({ type: "mute", hand: who, player: id, minutes, reason: "", fresh })),
      ),
  },
  {
    weight: 1,
    arbitrary: fc.tuple(hand, player, fc.nat(5)).map(
      ([who, id, n]): Act =>
        (state) =>
          moderation(who, id, state, n),
    ),
  },
  {
    weight: 1,
    arbitrary: fc.tuple(hand, player).map(([who, id]) => always(() => ({ type: "transfer", hand: who, player: id }))),
  },
  {
    weight: 1,
    arbitrary: fc
      .tuple(
        hand,
        fc.record(
          {
            holdLines: fc.constantFrom(0, 2),
            joinWave: fc.constantFrom(0, 2),
            emergency: fc.boolean(),
            locked: fc.boolean(),
            maxPlayers: fc.integer({ min: 1, max: 5 }),
            topic: fc.constantFrom("", "x"),
          },
          { requiredKeys: [] },
        ),
      )
      .map(([who, changes]) => always((fresh) => ({ type: "settings", hand: who, changes, fresh }))),
  },
  {
    weight: 1,
    arbitrary: hand.map((who) => always(() => ({ type: "add_bots", hand: who, count: 1, wish: anyBot }))),
  },
);

/** Random scripts of commands with time between them, some of it long. */
export const scripts: fc.Arbitrary<Script> = fc.array(
  fc.tuple(fc.oneof(fc.integer({ min: 0, max: 4000 }), fc.constantFrom(0, 10_000, 70_000, 130_000)), act),
  { minLength: 5, maxLength: 80 },
);

export type Played = {
  readonly state: Lobby;
  readonly events: readonly LobbyEvent[];
};

export type Watch = (moment: {
  readonly before: Lobby;
  readonly after: Lobby;
  readonly command: LobbyCommand;
  readonly decision: ReturnType<typeof lobby.decide>;
  readonly now: number;
}) => void;

/** Plays a script in a new lobby with some bots wanted, keeping every deadline on the way. */
export const playScript = (script: Script, watch: Watch = () => {}): Played => {
  const events: LobbyEvent[] = [];
  let state = lobby.initial;
  let now = start;
  const run = (command: LobbyCommand): void => {
    const before = state;
    const decision = lobby.decide(state, command, now);
    if (decision.ok) {
      for (const event of decision.events) {
        state = lobby.evolve(state, event);
        events.push(event);
      }
    }
    watch({ before, after: state, command, decision, now });
  };
  run(create({ maxPlayers: 4, count: 2 }, 2));
  script.forEach(([wait, next], n) => {
    const until = now + wait;
    for (let due = lobby.nextDeadline(state); due !== undefined && due <= until; due = lobby.nextDeadline(state)) {
      now = Math.max(now, due);
      run({ type: "tick" });
    }
    now = until;
    run(next(state, n));
  });
  return { state, events };
};
