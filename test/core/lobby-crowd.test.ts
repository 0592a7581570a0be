import assert from "node:assert/strict";
import { Encoder } from "@colyseus/schema";
import { LobbyState, PlayerState } from "../../rooms/schema/lobby-state.ts";
import { mirror } from "../../rooms/sync/mirror.ts";
import type { PlayerId } from "../../src/core/ids.ts";
import { rankingPage } from "../../src/lobby/crowd.ts";
import { notices } from "../../src/lobby/notices.ts";
import { view } from "../../src/lobby/view.ts";
import { answerTo, built, games, join, made, start, starting, tick } from "../support/lobby.ts";
import { ana } from "../support/quiz.ts";

const nth = (n: number): PlayerId => (n === 0 ? ana : (`p${String(n).padStart(4, "0")}` as PlayerId));

type Near = { readonly near: readonly { readonly player: string }[] };
type Story = ReturnType<typeof made>;

/** So many players in front of an open question. */
const gathered = (players: number): Story => {
  let story = built(made({ maxPlayers: 1000 }));
  for (let n = 0; n < players; n++) story = story.when(join(nth(n)));
  return story.when(starting(ana)).at(start + 3000, tick);
};

const keyOf = ({ state }: Story): number => {
  const { stage } = state;
  if (stage.status !== "in-progress") throw new Error("no game is on");
  const [question] = games.get("quiz")?.asked(stage.play.state) ?? [];
  return question?.key ?? -1;
};

/** All answer the first question right, one after the other; the first is the best. */
const answered = (story: Story, players: number): Story => {
  let after = story;
  for (let n = 0; n < players; n++) after = after.when(answerTo(nth(n), "q1", keyOf(story)), start + 4000 + n * 5);
  return after;
};

const shown = ({ state, now }: Story) => view(games, state, now);
const rankedIn = (story: Story) => [...shown(story).players.values()].filter(({ rank }) => rank > 0);
const screenOf = (story: Story) => ({ ...shown(story), spectators: 0, degraded: false });

/** Bytes that the reveal costs everybody. */
const revealBytes = (players: number): number => {
  const open = answered(gathered(players), players - 1);
  const closed = open.when(answerTo(nth(players - 1), "q1", keyOf(open)), start + 9900);
  const screen = new LobbyState();
  const encoder = new Encoder(screen);
  const make = { players: () => new PlayerState() };
  mirror(screen, screenOf(open), make);
  encoder.encodeAll();
  encoder.discardChanges();
  mirror(screen, screenOf(closed), make);
  return encoder.encode().byteLength;
};

describe("a crowd in a lobby", () => {
  it("sees the best ten alone, and how many have answered; up to 64 see everybody", () => {
    const few = answered(gathered(64), 63);
    assert.equal(shown(few).game.answered, 63);
    assert.equal([...shown(few).players.values()].filter((player) => player.answered).length, 63);
    assert.equal(rankedIn(answered(gathered(64), 64)).length, 64);
    const open = answered(gathered(65), 64);
    assert.equal(shown(open).game.answered, 64);
    assert.equal(rankedIn(open).length, 10);
    const closed = answered(gathered(65), 65);
    assert.equal(shown(closed).players.size, 65);
    const best = rankedIn(closed).toSorted((one, other) => one.rank - other.rank);
    assert.deepEqual(
      best.map(({ id }) => id),
      Array.from({ length: 10 }, (_, n) => nth(n)),
    );
  });

  it("tells each their own place, and who is just above and below", () => {
    const open = answered(gathered(70), 69);
    const events = open.events(answerTo(nth(69), "q1", keyOf(open)), start + 9900);
    const { state } = open.when(answerTo(nth(69), "q1", keyOf(open)), start + 9900);
    const told = events.flatMap((event) => notices(games, state, event)).filter(({ type }) => type === "result");
    assert.equal(told.length, 70);
    const near = (player: PlayerId) =>
      (told.find(({ to }) => to === player) as { readonly payload: Near }).payload.near;
    assert.deepEqual(
      near(nth(30)).map(({ player }) => player),
      [nth(29), nth(31)],
    );
    assert.deepEqual(
      near(ana).map(({ player }) => player),
      [nth(1)],
    );
    assert.deepEqual(
      near(nth(69)).map(({ player }) => player),
      [nth(68)],
    );
  });

  it("is told the whole ranking page by page", () => {
    const { state } = answered(gathered(70), 70);
    const first = rankingPage(games, state, 1);
    assert.equal(first.of, 70);
    assert.deepEqual(
      first.entries.map(({ player }) => player),
      Array.from({ length: 50 }, (_, n) => nth(n)),
    );
    const [line] = first.entries;
    assert.deepEqual({ ...line, score: 0 }, { player: ana, name: ana, kind: "human", score: 0, streak: 1, rank: 1 });
    assert.deepEqual(
      rankingPage(games, state, 51).entries.map(({ rank }) => rank),
      Array.from({ length: 20 }, (_, n) => 51 + n),
    );
    assert.deepEqual(rankingPage(games, state, 71).entries, []);
    assert.deepEqual(rankingPage(games, made().state, 1), { of: 0, from: 1, entries: [] });
  });

  it("costs each of them the same, however many they are", () => {
    const [hundred, twoHundred] = [revealBytes(100), revealBytes(200)];
    assert.ok(twoHundred <= hundred + 20, `${hundred} bytes for 100, ${twoHundred} for 200`);
    assert.ok(hundred < 500, `${hundred} bytes`);
  });
});
