import assert from "node:assert/strict";
import { Client } from "@colyseus/sdk";
import { untilTrue } from "../support/chaos.ts";
import { newDataDir } from "../support/database.ts";
import { freePort, ParlorProcess } from "../support/process.ts";
import { startReceiver } from "../support/receiver.ts";
import { until } from "../support/until.ts";
import { Seat } from "../support/seat.ts";

describe("a whole game, told to others through a killed server", function () {
  this.timeout(120_000);

  it("reaches a webhook once and in order, the boards once, and a table that only its players get", async () => {
    const receiver = await startReceiver();
    const where = {
      port: await freePort(),
      dataDir: await newDataDir(),
      environment: { WEBHOOK_ALLOW_PRIVATE: "true" },
    };
    let server = await ParlorProcess.start(where);
    const client = new Client(server.url);
    const { user, token } = await client.auth.signInAnonymously({ name: "=Eva" });
    client.auth.token = token;
    const hook = await client.http.post("/api/webhooks", { body: { url: `${receiver.url}/hook` } });
    receiver.secrets.set("/hook", (hook.data as { secret: string }).secret);
    const made = await client.http.post("/api/lobbies", { body: { count: 1, seconds: 30, topic: "space" } });
    const { code } = made.data as { code: string };
    const before = await Seat.of(await client.joinById(code));
    before.room.reconnection.enabled = false;
    await before.ask("start", {});
    await before.ask("skip", {});
    await before.sees("the question", ({ game }) => game.phase === "question");

    // What a killed process was about to mark as told is told again, but only after its claim of half a minute.
    const { id } = hook.data as { id: string };
    const delivered = async (): Promise<number> => {
      const { data } = await client.http.get(`/api/webhooks/${id}/deliveries`, { query: { state: "delivered" } });
      return (data as { deliveries: unknown[] }).deliveries.length;
    };
    await untilTrue("what was told so far to be known as told", async () => (await delivered()) >= 3);
    await server.kill();
    server = await ParlorProcess.start(where);
    const seat = await Seat.of(await client.joinById(code));
    await seat.sees("the question again", ({ game }) => game.phase === "question");
    await seat.ask("answer", { question: seat.state.game.question.id, choice: 0 });
    await seat.sees("the reveal", ({ game }) => game.phase === "reveal");
    for (let skips = 0; skips < 2; skips++) await seat.ask("skip", {});
    await seat.sees("the end", ({ status }) => status === "completed");

    const types = () => [...new Map(receiver.received.map((one) => [one.id, one.body.type])).values()];
    await until("the last thing told", () => types().includes("game.completed"), 10_000);
    assert.deepEqual(types(), ["lobby.created", "lobby.ready", "game.started", "question.closed", "game.completed"]);
    const game = seat.state.game.id;
    const { data } = await client.http.get("/api/leaderboard");
    const { entries, me } = data as { entries: { player: string; games: number }[]; me: { rank: number } };
    assert.deepEqual([entries.length, entries[0]?.player, entries[0]?.games, me.rank], [1, user.id, 1, 1]);
    const csv = (auth: string) =>
      fetch(`${server.url}/api/games/${game}/results.csv`, { headers: { authorization: `Bearer ${auth}` } });
    const table = await (await csv(token)).text();
    assert(table.includes("'=Eva"), table);
    const stranger = new Client(server.url);
    assert.equal((await csv((await stranger.auth.signInAnonymously({})).token)).status, 403);
    assert.equal((await fetch(`${server.url}/api/games/${game}/results.csv`)).status, 401);
    assert.equal(await server.stop(), 0);
    await receiver.close();
  });
});
