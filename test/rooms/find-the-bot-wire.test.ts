import assert from "node:assert/strict";
import { joinLocal, type LocalClient } from "../../src/bots/local-client.ts";
import { startApp, type TestApp } from "../support/app.ts";
import { readServerFrame } from "../support/frames.ts";
import { clientOf, enter, guest, makeLobby, type Person } from "../support/people.ts";
import type { Seat } from "../support/seat.ts";
import { until } from "../support/until.ts";
import { type Item, Wire } from "../support/wire.ts";

type Ask = { readonly id: string; readonly purpose: string; readonly prompt: string };
type Mine = { readonly asks: readonly Ask[]; readonly own: { readonly aliases: readonly string[] } };

/** Somebody in the game, whatever they are: what they are asked for, and a way to answer. */
type Hand = { readonly mine: () => Mine | undefined; readonly move: (move: object) => void };

/** At this pace. */
const beat = 20;
const countdown = 60;
const pace = 0.02;

describe("find the bot on the wire", function () {
  this.timeout(20_000);
  let app: TestApp;
  let eve: Person;
  const began = Date.now();
  let now = began;
  let wire: Wire;

  before(async () => {
    app = await startApp({ pace, now: () => now });
    wire = new Wire(app);
    eve = await guest(app, "Eve");
  });
  after(async () => {
    wire.stop();
    await app.close();
  });

  const handOf = (seat: Seat): Hand => ({
    mine: () => (seat.all("mine") as unknown as Mine[]).at(-1),
    move: (move) => seat.room.send("move", move),
  });

  /** A bot that does what it is told, by the way all bots come in. */
  const toldBot = () => {
    const heard: Mine[] = [];
    const place: { client?: LocalClient } = {};
    const events = {
      onFrame: () => {},
      onMessage: (type: string, payload: unknown) => void (type === "mine" && heard.push(payload as Mine)),
      onClose: () => {},
    };
    const identity = { id: "bot-xen", name: "Xen", role: "player", kind: "bot" };
    const inviteBot = async ({ code }: { readonly code: string }) => {
      place.client = await joinLocal(code, identity, events);
    };
    Object.assign(app.services, { inviteBot });
    const hand: Hand = { mine: () => heard.at(-1), move: (move) => place.client?.emit("move", move) };
    return hand;
  };

  /** One round, the same in everything but what Xen is; what Eve, who watches, gets from its beginning to the vote's end. */
  const playRound = async (isBot: boolean, seed: string) => {
    now = began;
    const [ann, bob] = [await guest(app, "Ann"), await guest(app, "Bob")];
    const bot = isBot ? toldBot() : undefined;
    const code = await makeLobby(ann, { mode: "find-the-bot", options: { rounds: 1 }, bots: isBot ? 1 : 0 });
    const host = await enter(ann, code);
    const hands = [handOf(host), handOf(await enter(bob, code))];
    hands.push(bot ?? handOf(await enter(await guest(app, "Xen"), code)));
    const watching = { ...eve, client: clientOf(app, eve.token) };
    wire.follow(`eve ${isBot}`, watching.client);
    const watcher = await enter(watching, code, { as: "spectator" });
    await watcher.sees("all three", ({ players }) => players.size === 3);
    await start(host, seed);
    await watcher.sees("the countdown", ({ game }) => game.phase === "countdown");
    const from = wire.log.length;
    now += countdown;
    await watcher.sees("the talk", ({ game }) => game.phase === "talking");
    const aliases = (
      JSON.parse(watcher.state.game.more.get("round") ?? "{}") as { aliases: { id: string; name: string }[] }
    ).aliases;
    const xen = hands[2]?.mine()?.own.aliases ?? [];
    for (const { id, name } of aliases) {
      const mine = await until("somebody behind each alias", () => hands.find((one) => asked(one, name) !== undefined));
      mine.move({ ask: asked(mine, name)?.id, text: `a line of ${name}` });
      const typing = () => watcher.state.game.more.get("typing");
      await until("the line to be taken", () => JSON.stringify(mine.mine()).includes("a line of"));
      now += beat;
      await until("the typing sign", () => typing() === JSON.stringify([id]));
      now += 3 * beat;
      await until("the line", () => typing() === "[]" && JSON.stringify(watcher.heard).includes(`"a line of ${name}"`));
    }
    await host.ask("skip");
    for (const [index, hand] of hands.slice(1).entries()) {
      const ask = await until("the vote", () => hand.mine()?.asks.find(({ purpose }) => purpose === "suspects"));
      hand.move({ ask: ask.id, number: 0 });
      await until("it to count", () => watcher.state.game.more.get("voted") === String(index + 1));
    }
    const items = wire.log
      .slice(from)
      .filter((item): item is Item => item.kind === "frame" && item.to.startsWith("eve"));
    await host.ask("skip");
    await watcher.sees("the unmasking", ({ game }) => game.phase === "unmasked");
    const unmasked = watcher.state.game.more.get("unmasked") ?? "";
    const ids = [...watcher.state.players.keys()];
    await watcher.leave();
    return { aliases, xen, items, unmasked, ids };
  };

  /** A game's seed is an id, as its own one is; a wish of its own has it made anew. */
  const start = async (host: Seat, seed: string): Promise<void> => {
    const { newId } = app.services;
    Object.assign(app.services, { newId: () => seed });
    await host.ask("start", { seconds: 30 }).finally(() => Object.assign(app.services, { newId }));
  };

  const asked = (hand: Hand, name: string) => hand.mine()?.asks.find((ask) => ask.prompt === name);

  it("is the same to the byte for who watches, whether one of three is a bot or a person", async () => {
    const asPerson = await playRound(false, "seed of both");
    const asBot = await playRound(true, "seed of both");
    assert.deepEqual([asBot.xen.length, asPerson.xen.length], [1, 1], "it takes part in both");
    assert.deepEqual(asBot.aliases, asPerson.aliases);
    assert(asBot.items.length > 10, `${asBot.items.length} frames`);
    assert.deepEqual(asBot.items.map(shown), asPerson.items.map(shown));
    for (const { items, ids } of [asBot, asPerson]) {
      assert.equal(ids.length, 3);
      assert.deepEqual(
        items.filter(({ bytes }) => ids.some((id) => bytes.includes(id))),
        [],
        "no frame names a player",
      );
    }
    assert.match(asBot.unmasked, /"bot":true/);
    assert.doesNotMatch(asPerson.unmasked, /"bot":true/);
  });
});

/** A frame: its bytes, and what can be read of them. */
const shown = ({ bytes }: Item): string => {
  const frame = readServerFrame(bytes);
  return `${frame.kind === "notice" ? JSON.stringify(frame) : frame.kind} ${bytes.toString("hex")}`;
};
