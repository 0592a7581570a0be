import assert from "node:assert/strict";
import { startApp, type TestApp } from "../support/app.ts";
import { text } from "../support/openai-behaviours.ts";
import { type OpenAiServer, startOpenAi } from "../support/openai-server.ts";
import { enter, guest, makeLobby } from "../support/people.ts";
import type { Seat } from "../support/seat.ts";
import { until } from "../support/until.ts";

describe("a bot that a model makes swear", function () {
  this.timeout(120_000);
  let app: TestApp | undefined;
  let server: OpenAiServer | undefined;
  afterEach(async () => {
    await app?.close();
    await server?.close();
  });

  const sitDown = async (words: string): Promise<{ readonly seat: Seat; readonly code: string }> => {
    server = await startOpenAi({ answer: () => text(words) });
    app = await startApp({ environment: { OPENAI_BASE_URL: server.url, BOT_GATE: '{"chance": {"arrival": 0}}' } });
    const ann = await guest(app, "Ann");
    const code = await makeLobby(ann, { topic: "space", count: 2, bots: 1, level: "off" });
    const seat = await enter(ann, code);
    await seat.sees("the bot", ({ players }) => players.size > 1);
    return { seat, code };
  };
  const eventsOf = async (code: string) => (await app?.services.journal.read(code)) ?? [];

  it("is stopped before anybody sees it, and earns its strike", async () => {
    const { seat, code } = await sitDown("Oh fuck off, you stupid cunt.");
    await seat.say("GPT-Muse, what do you think?");
    let struck: readonly { readonly type: string }[] = [];
    const look = async (): Promise<void> => {
      struck = (await eventsOf(code)).filter(({ type }) => type === "struck");
    };
    await until("its strike", () => {
      void look();
      return struck.length > 0;
    });
    const [strike] = struck as readonly { kind?: string; sanction?: string; player?: string }[];
    assert.deepEqual([strike?.kind, strike?.sanction], ["bot", "warning"]);
    assert(!JSON.stringify(seat.heard).includes("cunt"));
    assert.deepEqual(await app?.services.conduct.strikesOf(strike?.player as never), [], "bots have no record");
  });

  it("may say what is harmless", async () => {
    const { seat } = await sitDown("Space is big.");
    await seat.say("GPT-Muse, what do you think?");
    await seat.hears("chat", (line) => line.text === "Space is big.");
  });
});
