import assert from "node:assert/strict";
import { matchMaker } from "@colyseus/core";
import type { LobbyRoom } from "../../rooms/lobby-room.ts";
import { LocalClient } from "../../src/bots/local-client.ts";
import { startApp } from "../support/app.ts";
import { call } from "../support/http.ts";
import { markedQuestions, sourceOf } from "../support/marked.ts";
import { enter, guest, makeLobby } from "../support/people.ts";

const perGame = 10;
/** More, by hand: `GAMES=100` is a thousand questions. */
const games = Number(process.env["GAMES"] ?? 1);

describe("the wire of a bot", function () {
  this.timeout(games * 20_000);

  it("holds nothing of a question's explanation, which tells the key, while the question is open", async () => {
    const explanations = new Map<string, string>();
    const questions = () => {
      const made = markedQuestions(perGame, (index) => index % 4);
      for (const { id, explanation } of made) explanations.set(id, explanation);
      return made;
    };
    const app = await startApp({ pace: 0.001, source: sourceOf(questions) });
    const { raw: plain } = LocalClient.prototype as { raw: (this: LocalClient, data: Uint8Array | Buffer) => void };
    let opened = 0;
    try {
      for (let game = 0; game < games; game++) {
        const ann = await guest(app, "Ann");
        const open = new Set<string>();
        const revealed = new Set<string>();
        const told: string[] = [];
        const place: { room?: LobbyRoom } = {};
        LocalClient.prototype.raw = function raw(data) {
          const { phase = "", question } = place.room?.state.game ?? {};
          const holds = Buffer.from(data).includes(explanations.get(question?.id ?? "") ?? "none");
          if (phase === "question") open.add(question?.id ?? "");
          if (holds && phase === "question") told.push(question?.id ?? "");
          if (holds && phase === "reveal") revealed.add(question?.id ?? "");
          plain.call(this, data);
        };
        const code = await makeLobby(ann, { count: perGame, seconds: 3, bots: 2 });
        place.room = matchMaker.getLocalRoomById(code) as unknown as LobbyRoom;
        // She watches: nobody may answer as fast as this game goes.
        const seat = await enter(ann, code, { as: "spectator" });
        await seat.sees("questions and bots", ({ status, players }) => status === "ready" && players.size === 2);
        await seat.ask("start");
        await seat.sees("the end", ({ status }) => status === "completed", 19_000);
        await call(app, "DELETE", `/api/lobbies/${code}`, { token: ann.token });
        assert.deepEqual(told, []);
        assert.deepEqual([open.size, revealed.size], [perGame, perGame], "the reveal tells it, so it can be seen");
        opened += open.size;
      }
      assert.equal(opened, games * perGame);
    } finally {
      LocalClient.prototype.raw = plain;
      await app.close();
    }
  });
});
