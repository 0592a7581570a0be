import assert from "node:assert/strict";
import { startApp, type TestApp } from "../support/app.ts";
import { call } from "../support/http.ts";
import { enter, guest, makeLobby, type Person } from "../support/people.ts";
import type { Seat } from "../support/seat.ts";
import { silence, type SpeechServer, startSpeech } from "../support/speech-server.ts";

const key = "sk-secret-of-the-tests";

describe("the routes for speech", function () {
  this.timeout(120_000);
  let server: SpeechServer;
  let app: TestApp;
  let ana: Person;
  let seat: Seat;
  let code: string;
  let question: string;
  const logged: string[] = [];

  before(async () => {
    server = await startSpeech();
    app = await startApp({
      // So that there is time to look at the reveal.
      pace: 0.1,
      environment: {
        OPENAI_API_KEY: key,
        OPENAI_BASE_URL: server.url,
        SPEECH_MODEL: "tts",
        TRANSCRIPTION_MODEL: "stt",
      },
      onLog: (line) => logged.push(line),
    });
    ana = await guest(app, "Ana");
    code = await makeLobby(ana, { source: "bank", count: 1, seconds: 60 });
    seat = await enter(ana, code);
    await seat.ask("start", {});
    await seat.sees("a question", ({ game }) => game.phase === "question");
    question = seat.state.game.question.id;
  });
  after(async () => {
    await app?.close();
    await server?.close();
    assert(!logged.join("\n").includes(key));
  });

  const aloud = (asked = question, query = "", token = ana.token) =>
    call(app, "GET", `/api/speech/${code}/${asked}${query}`, { token });
  const say = async (body: Uint8Array<ArrayBuffer>, type = "audio/wav", lobby = code, token = ana.token) => {
    const response = await fetch(`${app.url}/api/transcribe?lobby=${lobby}&language=en`, {
      method: "POST",
      headers: { authorization: `Bearer ${token}`, "content-type": type },
      body,
    });
    const json = (await response.json()) as { text?: string; error?: { code: string } };
    return json.error?.code ?? json.text;
  };
  const sound = (bytes: Buffer = silence()) => new Uint8Array(bytes);

  it("tell what there is, and let the page use a microphone and hear what it fetched", async () => {
    const { json, headers } = await call(app, "GET", "/api/speech");
    assert.deepEqual(json, { aloud: true, listen: true });
    assert.match(headers.get("permissions-policy") ?? "", /microphone=\(self\)/);
    assert.match(headers.get("content-security-policy") ?? "", /media-src 'self' blob:/);
  });

  it("read the open question, once for all, and nothing else", async () => {
    const { status, headers } = await aloud();
    assert.deepEqual([status, headers.get("content-type")], [200, "audio/wav"]);
    await aloud();
    const reads = server.requests.filter(({ path }) => path.endsWith("/speech"));
    assert.equal(reads.length, 1);
    const { prompt, choices } = seat.state.game.question;
    assert.ok(reads[0]?.body.input?.startsWith(prompt.slice(0, 20)));
    for (const choice of choices) assert.ok(reads[0]?.body.input?.includes(choice));
    assert.equal((await aloud("another")).code, "not_found");
    assert.equal((await aloud(question, "?part=answer")).code, "wrong_phase");
    assert.equal((await aloud(question, "?part=key")).code, "malformed");
    assert.equal((await aloud(question, "", "")).code, "unauthorized");
    const elsewhere = `/api/speech/ZZZZZ/${question}`;
    assert.equal((await call(app, "GET", elsewhere, { token: ana.token })).code, "lobby_not_found");
  });

  it("understand who plays, and nobody else", async () => {
    assert.equal(await say(sound()), "B");
    const stranger = await guest(app, "Sam");
    assert.equal(await say(sound(), "audio/wav", code, stranger.token), "not_a_player");
    assert.equal(await say(sound(), "audio/wav", code, ""), "unauthorized");
    assert.equal(await say(sound(), "audio/wav", "ZZZZZ"), "lobby_not_found");
  });

  it("refuse what is no recording, empty, too long or too large", async () => {
    assert.equal(await say(sound(), "text/plain"), "malformed");
    assert.equal(await say(new Uint8Array(0)), "malformed");
    const long = Buffer.concat([silence(), Buffer.alloc(8000 * 20, 128)]);
    assert.equal(await say(sound(long)), "too_long");
    assert.equal(await say(new Uint8Array(1024 * 1024 + 1), "audio/webm"), "too_long");
  });

  it("say that it is not available when the server behind fails", async () => {
    server.fault = "500";
    assert.equal(await say(sound()), "not_available");
    server.fault = undefined;
  });

  it("read the answer once it is revealed, and are asked no faster than a player needs", async () => {
    await seat.ask("skip");
    await seat.sees("the reveal", ({ game }) => game.phase === "reveal");
    await seat.ask("pause");
    assert.equal((await aloud(question, "?part=answer")).status, 200);
    const { game } = seat.state;
    assert.ok(server.requests.at(-1)?.body.input?.includes(game.question.choices[game.reveal.key] ?? "?"));
    await seat.ask("resume");
    await seat.sees("the podium", ({ game: { phase } }) => phase === "podium");
    assert.equal((await aloud()).code, "not_found");
    const codes = new Set<string | undefined>();
    for (let nth = 0; nth < 20; nth++) codes.add(await say(sound(), "text/plain"));
    assert.deepEqual([...codes], ["malformed", "too_fast"]);
  });
});
