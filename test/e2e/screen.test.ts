import assert from "node:assert/strict";
import type { Browser, Page } from "playwright-core";
import type { Question } from "../../src/core/game.ts";
import type { QuestionId } from "../../src/core/ids.ts";
import { picturePath } from "../../src/pictures/generated.ts";
import { buildPortal } from "../../web/build.ts";
import { startApp, type TestApp } from "../support/app.ts";
import { axeFindings, launchBrowser, screenshot, scrollsSideways } from "../support/browser.ts";
import { sourceOf } from "../support/marked.ts";
import { enter, guest, makeLobby, type Person } from "../support/people.ts";
import type { Seat } from "../support/seat.ts";

const television = { width: 1920, height: 1080 } as const;
const right = "Johannes Kepler, imperial mathematician in Prague";

const questions: readonly Question[] = [
  {
    id: "laws" as QuestionId,
    prompt: "Who published, between 1609 and 1619, the three laws by which every planet moves around the sun?",
    choices: ["Nicolaus Copernicus", "Galileo Galilei", "Edmond Halley", right],
    key: 3,
    category: "Space & time",
    difficulty: "medium",
    explanation: "Working from Tycho Brahe's records, he found that planets follow ellipses and not circles.",
    image: "",
  },
  {
    id: "seen" as QuestionId,
    prompt: "What is this a picture of?",
    choices: ["The sea", "Space", "A forest", "A city", "A desert", "A kitchen"],
    key: 1,
    category: "Pictures",
    difficulty: "easy",
    explanation: "",
    image: picturePath("space"),
  },
];

const at = (page: Page, id: string) => page.getByTestId(id);
const inPhase = (page: Page, phase: string) =>
  page.waitForSelector(`[data-testid=game][data-phase=${phase}]`, { timeout: 60_000 });

type Screen = { readonly look: string; readonly page: Page; readonly errors: readonly string[] };

/** A television that nobody has touched. The light one moves, the dark one is for who wants no motion. */
const openScreen = async (browser: Browser, url: string, look: "dark" | "light"): Promise<Screen> => {
  const reducedMotion = look === "dark" ? "reduce" : "no-preference";
  const context = await browser.newContext({ viewport: television, reducedMotion });
  if (look === "light") await context.addInitScript(() => localStorage.setItem("parlor-screen-look", "light"));
  await context.addInitScript(() => {
    const counts = Object.assign(globalThis, { tones: 0, locks: 0 });
    globalThis.OscillatorNode = class extends OscillatorNode {
      constructor(of: BaseAudioContext, options?: OscillatorOptions) {
        super(of, options);
        counts.tones++;
      }
    };
    const request = () => {
      counts.locks++;
      return Promise.resolve({ released: false, release: () => Promise.resolve() });
    };
    Object.defineProperty(navigator, "wakeLock", { value: { request } });
  });
  const page = await context.newPage();
  const errors: string[] = [];
  page.on("pageerror", (error) => errors.push(String(error)));
  page.on("console", (message) => message.type() === "error" && errors.push(message.text()));
  // Looking for something in the page would count as a touch; so the browser has to say by itself that it is silent.
  const silent = page.waitForEvent("console", (message) => message.text().includes("AudioContext was not allowed"));
  await page.goto(url);
  await silent;
  return { look, page, errors };
};

const counted = (page: Page, what: "tones" | "locks"): Promise<number> =>
  page.evaluate((name) => (globalThis as unknown as Record<string, number>)[name] ?? 0, what);

/** How large a text is, in percent of the screen's width. */
const sizeOf = (page: Page, selector: string): Promise<number> =>
  page.evaluate(
    (where) => (parseFloat(getComputedStyle(document.querySelector(where) as Element).fontSize) / innerWidth) * 100,
    selector,
  );

/** The smallest text that is there to be read, in the same measure; what is set by the mouse is not. */
const smallest = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const texts = document.createTreeWalker(document.querySelector(".screen") as Element, NodeFilter.SHOW_TEXT);
    let least = Infinity;
    for (let text = texts.nextNode(); text !== null; text = texts.nextNode()) {
      const around = text.parentElement as Element;
      if (text.textContent?.trim() === "" || around.closest(".for-ears, .screen-tools, .badge") !== null) continue;
      least = Math.min(least, parseFloat(getComputedStyle(around).fontSize));
    }
    return (least / innerWidth) * 100;
  });

/** What lies outside of the middle 92 % of the screen, or is cut off. */
const outside = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const edge = { x: innerWidth * 0.038, y: innerHeight * 0.038 };
    const parts = document.querySelectorAll(".screen :is(h1, h2, p, li, td, th, .qr, .option, .step)");
    return [...parts]
      .filter((part) => part.closest(".for-ears, .screen-tools, .confetti, .floats") === null)
      .filter((part) => {
        const box = part.getBoundingClientRect();
        const isIn = box.left >= edge.x - 1 && box.right <= innerWidth - edge.x + 1;
        return box.width > 0 && !(isIn && box.top >= edge.y - 1 && box.bottom <= innerHeight - edge.y + 1);
      })
      .map((part) => part.outerHTML.slice(0, 100));
  });

describe("the screen", function () {
  this.timeout(120_000);
  let app: TestApp;
  let browser: Browser;
  let ana: Person;
  let seats: [Seat, Seat];
  let code: string;
  let screens: readonly Screen[] = [];

  before(async () => {
    app = await startApp({ portal: await buildPortal(), pace: 0.3, source: sourceOf(() => questions) });
    browser = await launchBrowser();
    ana = await guest(app, "Ana");
    const ben = await guest(app, "Benedikt Unforgettable");
    code = await makeLobby(ana, { topic: "space", source: "bank", count: 2, seconds: 30 });
    screens = await Promise.all([
      openScreen(browser, `${app.url}/screen/${code}`, "dark"),
      openScreen(browser, `${app.url}/screen/${code}`, "light"),
    ]);
    seats = [await enter(ana, code), await enter(ben, code)];
  });
  after(async () => {
    await browser?.close();
    await app?.close();
  });

  /** Looks at both screens: pictures are kept, and nothing is outside, too small, or wrong for axe. */
  const look = async (name: string): Promise<void> => {
    await Promise.all(
      screens.map(async ({ look: its, page }) => {
        await page.evaluate(() => {
          for (const animation of document.getAnimations()) if (animation.playState === "running") animation.finish();
        });
        await screenshot(page, `screen-${name}-${its}`);
        assert.deepEqual(await axeFindings(page), [], `${name}, ${its}`);
        assert.deepEqual(await outside(page), [], `${name}, ${its}`);
        assert((await smallest(page)) >= 1.74, `${name}, ${its}: ${await smallest(page)} vw`);
      }),
    );
  };
  const both = (work: (page: Page) => Promise<unknown>) => Promise.all(screens.map(({ page }) => work(page)));
  const [owner, other] = [() => seats[0], () => seats[1]];
  /** The game stands in a phase from its beginning, so that there is time to look, however busy the machine is. */
  const standing = async (phase: string, work: () => Promise<void>): Promise<void> => {
    await owner().sees(phase, ({ game }) => game.phase === phase, 20_000);
    await owner().ask("pause");
    await both((page) => inPhase(page, phase));
    await both((page) => page.getByText("Paused", { exact: true }).waitFor());
    await work();
    await owner().ask("resume");
  };

  it("lets nobody type anything, takes no seat, and says how to get in", async () => {
    await both((page) => at(page, "players").getByText("Benedikt Unforgettable").waitFor());
    for (const { page } of screens) {
      assert.equal(await at(page, "lobby-code").textContent(), code);
      assert.equal(await page.locator(".address").textContent(), new URL(app.url).host);
      await page.getByRole("img", { name: `QR code that leads to the lobby ${code}` }).waitFor();
      assert((await counted(page, "locks")) > 0, "the screen is not kept awake");
      // Whoever plays in this browser later is asked for a name.
      assert.equal(await page.evaluate(() => localStorage.getItem("colyseus-auth-token")), null);
    }
    assert.equal(owner().state.players.size, 2);
    await other().say("Hello <b>all</b>!");
    await both((page) => at(page, "ticker").getByText("Hello <b>all</b>!").waitFor());
    await look("hall");
  });

  it("asks to be touched before it sounds, and then sounds", async () => {
    const [{ page } = assert.fail("no screen")] = screens;
    await at(page, "sound-prompt").click();
    await at(page, "sound-prompt").waitFor({ state: "detached" });
    await page.waitForFunction(() => (globalThis as unknown as { tones: number }).tones > 0);
  });

  /** A question in words, with who has answered, what they chose, what is right, and why. */
  const playWords = async (): Promise<void> => {
    const { id, choices } = owner().state.game.question;
    const key = [...choices].indexOf(right);
    await owner().ask("answer", { question: id, choice: key });
    await both((page) => page.getByText("1 of 2 answered").waitFor());
    await standing("question", async () => {
      await look("question");
      for (const { page } of screens) {
        assert((await sizeOf(page, ".prompt")) >= 3.4);
        assert((await sizeOf(page, ".option .text")) >= 2.2);
        assert.equal(await page.locator(".option").count(), 4);
        assert.equal(await page.locator("main button").count(), 0);
      }
    });
    await other().ask("answer", { question: id, choice: (key + 1) % 4 });
    await standing("reveal", async () => {
      for (const { page } of screens) {
        assert.match((await at(page, `choice-${key}`).getAttribute("class")) ?? "", /\bright\b/);
        await at(page, `choice-${key}`).getByText("Right answer").waitFor();
        const counts = await page.locator(".option .count").allTextContents();
        const expected = [0, 1, 2, 3].map((choice) => Number(choice === key || choice === (key + 1) % 4));
        assert.deepEqual(counts.map(parseFloat), expected);
        await page.getByText("Working from Tycho Brahe's records").waitFor();
      }
      await look("reveal");
    });
  };

  /** A picture and six choices; on a small window as well, and through a lost connection. */
  const playPicture = async (): Promise<void> => {
    const [dark, light] = screens as [Screen, Screen];
    await standing("question", async () => {
      await both((page) => page.locator(".question-image").evaluate((image) => (image as HTMLImageElement).decode()));
      await look("picture");
      await light.page.setViewportSize({ width: 320, height: 640 });
      await screenshot(light.page, "screen-picture-320");
      assert.equal(await scrollsSideways(light.page), false);
      assert.deepEqual(await axeFindings(light.page), []);
      await light.page.setViewportSize(television);
    });
    await dark.page.context().setOffline(true);
    await dark.page.evaluate(() => document.dispatchEvent(new Event("visibilitychange")));
    await at(dark.page, "reconnecting").waitFor();
    await dark.page.context().setOffline(false);
    await dark.page.evaluate(() => window.dispatchEvent(new Event("online")));
    await at(dark.page, "reconnecting").waitFor({ state: "detached" });
    await inPhase(dark.page, "question");
    const { id, choices } = owner().state.game.question;
    await Promise.all(seats.map((seat) => seat.ask("answer", { question: id, choice: [...choices].indexOf("Space") })));
  };

  const play = (): Promise<void> => (owner().state.game.question.id === "laws" ? playWords() : playPicture());

  it("shows a question and what came of it", async () => {
    await owner().ask("start", {});
    await both((page) => inPhase(page, "question"));
    await play();
  });

  it("moves the ranking, for those who like motion", async () => {
    await standing("scores", async () => {
      const moving = await Promise.all(
        screens.map(({ page }) =>
          page.evaluate(() => document.querySelector(".race .line")?.getAnimations({ subtree: true }).length ?? 0),
        ),
      );
      assert.equal(moving[0], 0);
      assert((moving[1] ?? 0) > 0);
      const points = (owner().state.players.get(ana.id)?.score ?? 0).toLocaleString("en");
      for (const { page } of screens) {
        const line = at(page, "ranking").locator("tr", { hasText: "Ana" });
        await line.getByText(`+${points}`).waitFor();
        await line.getByText(points, { exact: true }).waitFor();
      }
      await look("scores");
    });
  });

  it("shows the other question", async () => {
    await both((page) => page.waitForSelector('[data-phase=question][data-number="2"]', { timeout: 60_000 }));
    await play();
  });

  it("ends with the winners, and the fanfare", async () => {
    await both((page) => inPhase(page, "podium"));
    for (const { page } of screens) await at(page, "podium").getByText("1st").waitFor();
    await look("podium");
    for (const { errors } of screens)
      assert.deepEqual(
        errors.filter((error) => !error.includes("ERR_INTERNET_DISCONNECTED")),
        [],
      );
  });
});
