import assert from "node:assert/strict";
import { type Browser, chromium, type Page } from "playwright-core";
import type { Question } from "../../src/core/game.ts";
import type { QuestionId } from "../../src/core/ids.ts";
import { buildPortal } from "../../web/build.ts";
import { startApp, type TestApp } from "../support/app.ts";
import { axeFindings, phone, screenshot, scrollsSideways } from "../support/browser.ts";
import { findChromium } from "../support/chromium.ts";
import { sourceOf } from "../support/marked.ts";
import { enter, guest, makeLobby } from "../support/people.ts";
import type { Seat } from "../support/seat.ts";
import { type SpeechServer, startSpeech } from "../support/speech-server.ts";

const queens = ["Elizabeth I", "Elizabeth II", "Mary Stuart", "Anne Boleyn"];
const questions: readonly Question[] = [0, 1, 2].map((nth) => ({
  id: `queen-${nth}` as QuestionId,
  prompt: `Which queen is the one of number ${nth}?`,
  choices: queens,
  key: nth,
  category: "Queens",
  difficulty: "easy",
  explanation: "She was.",
  image: "",
}));

/** What the injected recogniser hears next, likeliest first, or the error that it has. */
type Next = { said?: readonly string[]; error?: string };
/** A game's own event, as far as it is looked at here. */
type Told = { readonly type: string; readonly choice?: number; readonly time?: number };
type Injected = { next: Next; spoken: { text: string; lang: string }[] };

/** A recogniser that hears what the test says, and a voice that is written down. Runs in the page. */
const inject = (): void => {
  const state: Injected = { next: { said: [] }, spoken: [] };
  class FakeRecognition extends EventTarget {
    start(): void {
      setTimeout(() => this.dispatchEvent(new Event("start")));
    }
    stop(): void {
      const { said = [], error } = state.next;
      const results = [
        Object.assign(
          said.map((transcript) => ({ transcript })),
          { isFinal: true },
        ),
      ];
      if (error !== undefined) this.dispatchEvent(Object.assign(new Event("error"), { error }));
      else if (said.length > 0) this.dispatchEvent(Object.assign(new Event("result"), { results }));
      this.dispatchEvent(new Event("end"));
    }
    abort(): void {}
  }
  const voice = { lang: "en-GB", localService: true, default: true, name: "Test", voiceURI: "test" };
  const speechSynthesis = {
    getVoices: () => [voice],
    cancel: () => {},
    speak: (said: SpeechSynthesisUtterance) => {
      state.spoken.push({ text: said.text, lang: said.lang });
      said.dispatchEvent(new Event("end"));
    },
  };
  class FakeUtterance extends EventTarget {
    readonly text: string;
    lang = "";
    voice: unknown = null;
    constructor(text: string) {
      super();
      this.text = text;
    }
  }
  for (const [name, value] of Object.entries({ speechSynthesis, SpeechSynthesisUtterance: FakeUtterance }))
    Object.defineProperty(globalThis, name, { value });
  Object.assign(globalThis, { SpeechRecognition: FakeRecognition, injected: state });
};

/** As in a browser without any recognition. Runs in the page. */
const withoutRecogniser = (): void =>
  void Object.assign(globalThis, { SpeechRecognition: undefined, webkitSpeechRecognition: undefined });

const at = (page: Page, id: string) => page.getByTestId(id);
const inPhase = (page: Page, phase: string, number: number) =>
  page.waitForSelector(`[data-testid=game][data-phase=${phase}][data-number="${number}"]`, { timeout: 60_000 });
const hears = (page: Page, next: Next) =>
  page.evaluate((what) => ((globalThis as unknown as { injected: Injected }).injected.next = what), next);
const spoken = (page: Page) =>
  page.evaluate(() => (globalThis as unknown as { injected: Injected }).injected.spoken.map(({ text }) => text));

describe("the voice", function () {
  this.timeout(120_000);
  let server: SpeechServer;
  let app: TestApp;
  let browser: Browser;
  let host: Seat;
  let code: string;
  let ana: Page;
  let ben: Page;
  const errors: string[] = [];

  /** Somebody with a phone who has switched on what there is. */
  const player = async (name: string, script: () => void): Promise<Page> => {
    const { token } = await guest(app, name);
    const context = await browser.newContext({ viewport: phone, hasTouch: true, reducedMotion: "reduce" });
    await context.addInitScript(script);
    await context.addInitScript((mine) => localStorage.setItem("colyseus-auth-token", mine), token);
    const page = await context.newPage();
    page.on("pageerror", (error) => errors.push(String(error)));
    page.on("console", (message) => message.type() === "error" && errors.push(message.text()));
    await page.goto(`${app.url}/l/${code}`);
    await at(page, "sound-button").click();
    await at(page, "talk-on").check();
    await at(page, "sure-on").check();
    await at(page, "aloud-on").check();
    return page;
  };
  const done = (page: Page) => page.getByRole("button", { name: "Done" }).click();
  /** Presses, speaks, and presses again. */
  const speak = async (page: Page, next: Next): Promise<void> => {
    await hears(page, next);
    await at(page, "talk-answer").click();
    await at(page, "talk-answer").getByText("Listening…").waitFor();
    await at(page, "talk-answer").click();
  };

  before(async () => {
    server = await startSpeech();
    app = await startApp({
      portal: await buildPortal(),
      pace: 0.1,
      source: sourceOf(() => questions),
      environment: { OPENAI_BASE_URL: server.url, SPEECH_MODEL: "tts", TRANSCRIPTION_MODEL: "stt" },
    });
    const args = ["--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream"];
    browser = await chromium.launch({
      executablePath: findChromium(),
      args: ["--no-sandbox", "--disable-gpu", ...args],
    });
    const hanna = await guest(app, "Hanna");
    code = await makeLobby(hanna, { source: "bank", count: 3, seconds: 60 });
    host = await enter(hanna, code);
    ana = await player("Ana", inject);
    ben = await player("Ben", withoutRecogniser);
  });
  after(async () => {
    await browser?.close();
    await app?.close();
    await server?.close();
  });

  it("is off until somebody switches it on, each on their own device", async () => {
    await at(ana, "sound-dialog").waitFor();
    assert.equal(await at(ana, "sound-on").isChecked(), false);
    await at(ana, "sound-on").check();
    assert.deepEqual(await axeFindings(ana), []);
    await screenshot(ana, "voice-settings-390");
    await ana.setViewportSize({ width: 320, height: 640 });
    assert.equal(await scrollsSideways(ana), false);
    await ana.setViewportSize(phone);
    await Promise.all([done(ana), done(ben)]);
  });

  it("writes into the chat, to be read over before it is sent", async () => {
    await hears(ana, { said: ["good evening"] });
    await at(ana, "talk-chat").click();
    await at(ana, "talk-chat").getByText("Listening…").waitFor({ state: "attached" });
    await at(ana, "talk-chat").click();
    await ana.waitForFunction(
      () => (document.querySelector("#chat-input") as HTMLInputElement).value === "good evening",
    );
    assert.equal(host.all("chat").length, 0);
    await at(ana, "chat-send").click();
    await host.hears("chat", ({ text }) => text === "good evening");
  });

  it("says what was understood before it counts, and waits for who wants to be asked", async () => {
    await host.ask("start", {});
    await inPhase(ana, "question", 1);
    await speak(ana, { said: ["the 2nd", "the second"] });
    await at(ana, "heard").getByText(`B ${host.state.game.question.choices[1]}`).waitFor();
    assert.deepEqual(await axeFindings(ana), []);
    await screenshot(ana, "voice-heard-390");
    await ana.setViewportSize({ width: 320, height: 640 });
    assert.equal(await scrollsSideways(ana), false);
    await ana.setViewportSize(phone);
    assert.equal(
      [...host.state.players.values()].some(({ answered }) => answered),
      false,
    );
    await at(ana, "cancel-heard").click();
    await at(ana, "heard").waitFor({ state: "detached" });
  });

  it("answers by itself when nothing takes it back", async () => {
    await at(ana, "sound-button").click();
    await at(ana, "sure-on").uncheck();
    await done(ana);
    await speak(ana, { said: ["Mary Stewart"] });
    const choice = [...host.state.game.question.choices].indexOf("Mary Stuart");
    await at(ana, `choice-${choice}`).getByText("Locked in").waitFor();
  });

  it("is understood by the server where the browser has no ears", async () => {
    server.heard = "The answer is B.";
    await at(ben, "talk-answer").click();
    await at(ben, "talk-answer").getByText("Listening…").waitFor();
    await at(ben, "talk-answer").click();
    await at(ben, "send-1").click();
    await at(ben, "choice-1").getByText("Locked in").waitFor();
    const request = server.requests.find(({ file }) => file !== undefined);
    assert((request?.file?.bytes ?? 0) > 100);
    assert.match(request?.file?.name ?? "", /^speech\.(?:webm|m4a|ogg)$/);
    // It was held as soon as it was shown, and took so long as until then, or 1.5 s less than in the end.
    const told = (await app.services.journal.read(code)) as readonly { event?: Told }[];
    const given = told.flatMap(({ event }) => (event?.choice === 1 ? [event] : [])).slice(-2);
    assert.deepEqual(
      given.map(({ type }) => type),
      ["held", "answered"],
    );
    assert((given[1]?.time ?? 0) >= (given[0]?.time ?? Infinity));
  });

  it("asks when more than one answer fits, by the keyboard as well", async () => {
    server.fault = "500";
    await host.ask("skip");
    await inPhase(ana, "question", 2);
    await hears(ana, { said: ["Elizabeth"] });
    await ana.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
    await ana.keyboard.press("v");
    await at(ana, "talk-answer").getByText("Listening…").waitFor();
    await ana.keyboard.press("v");
    await at(ana, "heard").getByText("Which one?").waitFor();
    const choice = [...host.state.game.question.choices].indexOf("Elizabeth II");
    await at(ana, `send-${choice}`).click();
    await at(ana, `choice-${choice}`).getByText("Locked in").waitFor();
  });

  it("reads questions by the server, and by the browser when that fails", async () => {
    const read = server.requests.flatMap(({ body: { input = "" } }) => (input === "" ? [] : [input]));
    assert(
      read.some((input) => /^Which queen .*\? A: .*\. B: /.test(input)),
      read.join("\n"),
    );
    await ana.waitForFunction(() => (globalThis as unknown as { injected: Injected }).injected.spoken.length > 0);
    const second = host.state.game.question.prompt;
    assert((await spoken(ana)).some((text) => text.startsWith(second)));
  });

  it("says in words why nothing was understood", async () => {
    await host.ask("skip");
    await inPhase(ana, "question", 3);
    const cases: readonly (readonly [Next, RegExp])[] = [
      [{ error: "not-allowed" }, /microphone is not allowed/],
      [{ error: "audio-capture" }, /No microphone/],
      [{ said: [] }, /Nothing was heard/],
    ];
    for (const [next, words] of cases) {
      await speak(ana, next);
      await at(ana, "talk-status").getByText(words).waitFor();
    }
    await speak(ana, { said: ["a penguin"] });
    await at(ana, "heard").getByText("none of the answers").waitFor();
    await at(ben, "talk-answer").click();
    await at(ben, "talk-answer").getByText("Listening…").waitFor();
    await at(ben, "talk-answer").click();
    await at(ben, "talk-status").getByText("can't be reached").waitFor();
    // Refused by the stand-in, as it was told to.
    assert.deepEqual(
      errors.filter((error) => !error.includes("503")),
      [],
    );
  });
});
