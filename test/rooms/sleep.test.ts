import assert from "node:assert/strict";
import { matchMaker } from "@colyseus/core";
import { startApp, type TestApp } from "../support/app.ts";
import { Clock } from "../support/clock.ts";
import { enter, guest, makeLobby, type Person } from "../support/people.ts";
import { until } from "../support/until.ts";

const minute = 60_000;

describe("a lobby that everybody has left", () => {
  const clock = new Clock();
  let app: TestApp;
  let ana: Person;
  let code: string;
  before(async () => {
    app = await startApp({ now: clock.now });
    ana = await guest(app, "Ana");
    code = await makeLobby(ana, { title: "Ana's den", bots: 1 });
    const seat = await enter(ana, code);
    await seat.say("good night");
    await seat.leave();
  });
  after(() => app.close());

  /** The owner's hand at something small, upon which the room looks at the clock. */
  const touch = async (slowMode: number): Promise<void> => {
    await ana.client.http.patch(`/api/lobbies/${code}`, { body: { slowMode } });
  };

  it("stays awake for ten minutes, then leaves memory", async () => {
    clock.advance(9 * minute);
    await touch(1);
    assert.notEqual(matchMaker.getLocalRoomById(code), undefined);
    clock.advance(2 * minute);
    await touch(2);
    await until("it to sleep", () => matchMaker.getLocalRoomById(code) === undefined);
  });

  it("is shown without being woken", async () => {
    const { data } = await ana.client.http.get(`/api/lobbies/${code}`);
    const { title, asleep } = data as { title: string; asleep: boolean };
    assert.deepEqual([title, asleep], ["Ana's den", true]);
    assert.equal(matchMaker.getLocalRoomById(code), undefined);
  });

  it("wakes for who joins, as it was, and says so", async () => {
    clock.advance(12 * 60 * minute);
    const seat = await enter(ana, code.toLowerCase());
    assert.deepEqual(
      seat
        .all("you")
        .at(-1)
        ?.history.map(({ text }) => text),
      ["good night"],
    );
    await seat.hears("notice", (notice) => notice.code === "woken");
    await seat.sees("its bot", ({ players }) => players.get("bot-muse")?.connected === true);
    assert.deepEqual([seat.state.ownerId, seat.state.players.size], [ana.id, 2]);
    await seat.leave();
  });

  it("is deleted when nobody has touched it for its lifetime", async () => {
    clock.advance(11 * minute);
    await touch(3);
    await until("it to sleep", () => matchMaker.getLocalRoomById(code) === undefined);
    const { journal } = app.services;
    assert.deepEqual(await journal.removeOlder(clock.now() - minute), []);
    clock.advance(2 * minute);
    assert.deepEqual(await journal.removeOlder(clock.now() - minute), [code]);
    await assert.rejects(ana.client.joinById(code), { message: "lobby_not_found" });
  });
});
