import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import type { Question } from "../../src/core/game.ts";
import { startApp, type TestApp } from "../support/app.ts";
import { markedQuestions, sourceOf } from "../support/marked.ts";
import { enter, guest, makeLobby } from "../support/people.ts";
import type { Seat } from "../support/seat.ts";
import { type Item, Wire } from "../support/wire.ts";

const word = (): string => `w${randomBytes(9).toString("hex")}`;
const [typed, closest, last] = markedQuestions(3, () => 0) as [Question, Question, Question];
const questions: readonly Question[] = [
  { ...typed, prompt: "What is it called?", choices: [word(), word(), word(), word()], accept: [word()] },
  { ...closest, prompt: "How many?", choices: [], key: -1, number: { value: 738_291_645, unit: "m" } },
  { ...last, prompt: "Which of these?", also: [2] },
];

const partOf = (seat: Seat, name: string): unknown => JSON.parse(seat.state.game.more.get(name) ?? "null");

describe("a quiz with settings, played", function () {
  this.timeout(120_000);
  let app: TestApp;
  let wire: Wire;

  before(async () => {
    app = await startApp({ source: sourceOf(() => questions) });
    wire = new Wire(app);
  });
  after(() => app.close());

  /** Moves as the ask of this purpose wants it. */
  const move = async (seat: Seat, purpose: string, given: object): Promise<void> => {
    const { asks } = await seat.hears("mine", (one) => one.asks.some((ask) => ask.purpose === purpose));
    const ask = asks.find((one) => one.purpose === purpose);
    await seat.ask("move", { ask: ask?.id, ...given });
  };
  const phase = (seat: Seat, name: string, number: number) =>
    seat.sees(`${name} ${number}`, ({ game }) => game.phase === name && game.number === number);

  it("types, guesses and stakes, and tells each what is theirs, also when they come back", async () => {
    const [annOne, bobOne] = [await guest(app, "Ann"), await guest(app, "Bob")];
    for (const [name, { client }] of Object.entries({ ann: annOne, bob: bobOne })) wire.follow(name, client);
    const options = { answers: "typed", wager: true, lateJoin: "closed", scoring: "negative", untimed: true };
    const code = await makeLobby(annOne, { count: 3, bots: 2, options });
    const ann = await enter(annOne, code);
    let bob = await enter(bobOne, code);
    await ann.sees("the bots", ({ players, status }) => players.size === 4 && status === "ready");
    await ann.ask("start");

    await phase(ann, "question", 1);
    assert.deepEqual([[...ann.state.game.question.choices], ann.state.game.phaseEndsAt], [[], 0]);
    const late = await enter(await guest(app, "Cat"), code);
    assert.deepEqual((await late.hears("mine")).own, { watching: true });
    await move(bob, "answer", { text: "my secret guess" });
    await bob.leave();
    bob = await enter(bobOne, code);
    const { mine } = bob.all("you")[0] ?? {};
    assert.deepEqual([mine?.own, mine?.asks], [{ text: "my secret guess" }, []]);
    // Only now: once all who are here have answered, the question is over, for who is away, too.
    await move(ann, "answer", { text: ` ${questions[0]?.choices[0]?.toUpperCase()}!` });
    await phase(ann, "reveal", 1);
    assert.deepEqual([(await ann.hears("result")).right, (await bob.hears("result")).points], [true, 0]);
    assert.equal(ann.state.game.question.choices.length, 4);

    await phase(ann, "question", 2);
    await move(ann, "closest", { number: 738_000_000 });
    await move(bob, "closest", { number: 5 });
    await phase(ann, "reveal", 2);
    assert.equal((partOf(ann, "spread") as { value: number }).value, 738_291_645);
    assert.equal(ann.state.game.reveal.key, -1);

    await ann.sees("the wager", ({ game }) => game.phase === "wager");
    await move(ann, "wager", { number: 300 });
    const before = ann.state.players.get(annOne.id)?.score ?? 0;
    await move(bob, "wager", { number: 0 });
    await phase(ann, "question", 3);
    const { id, choices } = ann.state.game.question;
    const right = choices.indexOf(questions[2]?.choices[2] ?? "");
    for (const seat of [ann, bob]) await seat.ask("answer", { question: id, choice: right });
    await phase(ann, "reveal", 3);
    assert.equal(ann.state.players.get(annOne.id)?.score, before + 1000 + 300);
    assert.equal((partOf(ann, "also") as number[]).length, 1);
    await ann.sees("the podium", ({ game }) => game.phase === "podium");
    wire.stop();
    assert.deepEqual(app.errors, []);
  });

  const indexOf = (type: "asked" | "closed", question: string): number =>
    wire.log.findIndex((entry) => entry.kind === "mark" && entry.type === type && entry.question === question);
  const items = (to: number): readonly Item[] =>
    wire.log.slice(0, to).filter((entry): entry is Item => entry.kind !== "mark");

  it("sends nothing of an answer before its reveal, and what was typed to nobody else", () => {
    const [one, two] = questions as [Question, Question, Question];
    const secrets = [
      [one.id, [...one.choices, ...(one.accept ?? []), one.explanation]],
      [two.id, ["738291645", two.explanation]],
    ] as const;
    for (const [id, words] of secrets) {
      const closed = indexOf("closed", id);
      assert(closed > 0 && items(closed).length > 20);
      for (const secret of words) {
        // A bot that knows the answer is told what it has typed.
        const isOwn = (to: string): boolean => secret === one.choices[0] && to.startsWith("bot");
        const early = items(closed).find(({ to, bytes }) => bytes.includes(secret) && !isOwn(to));
        assert.equal(early?.to, undefined, `${secret} leaked`);
      }
      assert(items(wire.log.length).some(({ bytes }) => bytes.includes(words.at(-1) ?? "")));
    }
    const readers = items(wire.log.length).filter(({ bytes }) => bytes.includes("my secret guess"));
    assert.deepEqual(new Set(readers.map(({ to }) => to.split(" ")[0])), new Set(["bob"]));
  });
});
