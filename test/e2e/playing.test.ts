import assert from "node:assert/strict";
import type { Browser, Page } from "playwright-core";
import { buildPortal } from "../../web/build.ts";
import { startApp, type TestApp } from "../support/app.ts";
import { axeFindings, desktop, launchBrowser, phone, screenshot, scrollsSideways, visit } from "../support/browser.ts";
import { enter, guest, makeLobby } from "../support/people.ts";

const at = (page: Page, id: string) => page.getByTestId(id);
const inPhase = (page: Page, phase: string, number?: number) =>
  page.waitForSelector(
    `[data-testid=game][data-phase=${phase}]${number === undefined ? "" : `[data-number="${number}"]`}`,
  );
const assertFine = async (page: Page): Promise<void> => {
  assert.deepEqual(await axeFindings(page), []);
  assert.equal(await scrollsSideways(page), false);
};

const narrow = { width: 320, height: 640 } as const;

/** On the smallest phone nothing sticks out, not in longer words either, and not where one writes from the right. */
const assertFits = async (page: Page): Promise<void> => {
  const speak = async (language: string): Promise<void> => {
    await at(page, "language").selectOption(language);
    await page.waitForSelector(`html[lang=${language}]`);
  };
  const turn = (dir: string) => page.evaluate((to) => (document.documentElement.dir = to), dir);
  await page.setViewportSize(narrow);
  for (const language of ["pt", "de", "en"]) {
    await speak(language);
    for (const dir of ["rtl", "ltr"]) {
      await turn(dir);
      assert.equal(await scrollsSideways(page), false, `${language} ${dir}`);
      const sideways = await page.locator(".stage").evaluate((stage) => stage.scrollWidth - stage.clientWidth);
      assert(sideways <= 1, `${language} ${dir}: the stage is ${sideways} px too narrow`);
    }
  }
  await page.setViewportSize(phone);
};

/** Goes on by the Tab key until the focus is on an element; no mouse, no script that moves the focus. */
const tabTo = async (page: Page, selector: string): Promise<void> => {
  for (let presses = 0; presses < 80; presses++) {
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted) === true, selector)) return;
    await page.keyboard.press("Tab");
  }
  assert.fail(`the keyboard does not reach ${selector}`);
};

/** How far the bar of the countdown is from what the seconds beside it say, in seconds. */
const drift = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const bar = document.querySelector(".timer .fill");
    const [running] = bar?.getAnimations() ?? [];
    const left = (Number(running?.effect?.getTiming().duration) - Number(running?.currentTime)) / 1000;
    return Math.abs(left + 0.5 - Number.parseInt(document.querySelector("[data-testid=timer]")?.textContent ?? "", 10));
  });

describe("playing in the browser", function () {
  this.timeout(120_000);
  let app: TestApp;
  let browser: Browser;

  before(async () => {
    app = await startApp({ portal: await buildPortal(), pace: 0.12 });
    browser = await launchBrowser();
  });
  after(async () => {
    await browser?.close();
    await app?.close();
  });

  it("a whole game is made, played and played again by the keyboard alone, with its list of keys and commands", async () => {
    const { page, context, errors } = await visit(browser, app.url, desktop);
    const { keyboard } = page;
    await at(page, "name-input").waitFor();
    await keyboard.type("Kay");
    await keyboard.press("Enter");
    await at(page, "new-lobby").waitFor();
    for (const [field, value] of [
      ["count", "2"],
      ["seconds", "60"],
      ["bots", "0"],
    ]) {
      await tabTo(page, `input[name=${field}]`);
      await keyboard.press("ControlOrMeta+a");
      await keyboard.type(value as string);
    }
    await tabTo(page, "[data-testid=make-lobby]");
    await keyboard.press("Enter");
    await at(page, "start-game").waitFor();

    await tabTo(page, "#chat-input");
    await keyboard.type("/");
    await at(page, "commands").waitFor();
    await assertFine(page);
    await screenshot(page, "commands-desktop");
    await keyboard.press("ArrowDown");
    await keyboard.press("ArrowUp");
    await keyboard.type("le");
    await keyboard.press("Tab");
    assert.equal(await at(page, "chat-input").inputValue(), "/leaderboard");
    await keyboard.press("Enter");
    await at(page, "chat-log").getByText("Nobody is on the leaderboard yet").waitFor();
    await keyboard.type("/he");
    await keyboard.press("Enter");
    await at(page, "chat-log").getByText("/score: your points and place").waitFor();
    await keyboard.press("Escape");
    await tabTo(page, "[data-testid=start-game]");
    await keyboard.press("Enter");
    for (const number of [1, 2]) {
      await inPhase(page, "question", number);
      if (number === 1) {
        await keyboard.press("?");
        await at(page, "keys-dialog").waitFor();
        await assertFine(page);
        await keyboard.press("b");
        await keyboard.press("Escape");
        await at(page, "keys-dialog").waitFor({ state: "detached" });
        assert.equal(await page.locator(".choice.mine").count(), 0, "a key behind the list is not for the question");
        await keyboard.press("/");
        await keyboard.type("c");
        assert.equal(await page.locator(".choice.mine").count(), 0, "what is typed is not for the question");
        await keyboard.press("Escape");
        await keyboard.press("Escape");
      }
      await keyboard.press(number === 1 ? "C" : "4");
      await page.waitForSelector(`.choice.mine[data-testid=choice-${number + 1}]`);
      await inPhase(page, "reveal", number);
    }
    await inPhase(page, "podium");
    await tabTo(page, "[data-testid=start-game]");
    await keyboard.press("Enter");
    await inPhase(page, "question", 1);
    assert.deepEqual(errors, []);
    await context.close();
  });

  it("a phone sees each phase without a fault, in light and dark, with chat and reactions beside it", async () => {
    const host = await guest(app, "Hanna");
    const code = await makeLobby(host, { topic: "space", count: 1, seconds: 120 });
    const seat = await enter(host, code);
    const { page, context, errors } = await visit(browser, `${app.url}/l/${code}`, phone);
    await at(page, "name-input").fill("Pia");
    await at(page, "sign-in").tap();
    await at(page, "players").getByText("Hanna").waitFor();
    const check = async (name: string): Promise<void> => {
      for (const colorScheme of ["light", "dark"] as const) {
        await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
        await assertFine(page);
        await screenshot(page, `${name}-phone-${colorScheme}`);
      }
      await assertFits(page);
    };
    await check("between");
    await seat.ask("start", {});
    await seat.ask("pause", {});
    await inPhase(page, "countdown");
    await check("countdown");
    await seat.ask("resume", {});
    await inPhase(page, "question");

    await seat.ask("chat", { text: "Good luck" });
    await at(page, "unread").getByText("1").waitFor();
    await page.getByRole("button", { name: "Reactions" }).tap();
    await page.getByRole("button", { name: "Applause" }).tap();
    await at(page, "floats").getByText("👏").waitFor();
    await at(page, "choice-0").tap();
    await page.waitForSelector(".choice.mine:not(.sent)");
    await at(page, "answered").getByText("1 of 2 answered").waitFor();
    assert.equal(await page.locator(".who-is-in .in").count(), 1);
    const [choice, chat] = [await at(page, "choice-3").boundingBox(), await page.locator(".chat").boundingBox()];
    assert((choice?.y ?? 0) + (choice?.height ?? 0) <= (chat?.y ?? 0), "the chat covers no choice");
    await check("question");
    await at(page, "chat-fold").tap();
    await at(page, "unread").waitFor({ state: "detached" });
    await check("chat");
    await page.keyboard.press("Escape");
    await page.locator(".latest").getByText("Good luck").waitFor();

    await seat.ask("answer", { question: seat.state.game.question.id, choice: 1 });
    await seat.sees("the reveal", ({ game }) => game.phase === "reveal");
    await seat.ask("pause", {});
    await inPhase(page, "reveal");
    await at(page, "count-0").getByText("1 player").waitFor();
    await page.locator(".explanation").waitFor();
    await check("reveal");
    await seat.ask("resume", {});
    await seat.ask("skip", {});
    await seat.ask("pause", {});
    await inPhase(page, "scores");
    await check("scores");
    await seat.ask("resume", {});
    await inPhase(page, "podium");
    await at(page, "podium").waitFor();
    await check("podium");
    assert.deepEqual(errors, []);
    await context.close();
  });

  it("the countdown is on the server's clock, by moving and without; points fly only where motion is wanted", async () => {
    const host = await guest(app, "Hanna");
    const code = await makeLobby(host, { topic: "space", count: 3, seconds: 40 });
    const seat = await enter(host, code);
    const { page, context } = await visit(browser, `${app.url}/l/${code}`, desktop);
    await page.emulateMedia({ reducedMotion: "no-preference" });
    await at(page, "name-input").fill("Mo");
    await page.keyboard.press("Enter");
    await at(page, "players").getByText("Hanna").waitFor();
    await seat.ask("start", {});
    await inPhase(page, "question", 1);
    const easing = () =>
      page.evaluate(() => document.querySelector(".timer .fill")?.getAnimations()[0]?.effect?.getTiming().easing);
    assert.equal(await easing(), "linear");
    assert((await drift(page)) < 0.8);
    await seat.ask("pause", {});
    await page.waitForFunction(
      () => document.querySelector(".timer .fill")?.getAnimations()[0]?.playState === "paused",
    );
    assert((await drift(page)) < 0.8);
    await seat.ask("resume", {});
    await page.waitForSelector(".choice[aria-disabled=false]");
    await page.keyboard.press("1");
    await seat.ask("answer", { question: seat.state.game.question.id, choice: 1 });
    await seat.sees("the reveal", ({ game }) => game.phase === "reveal");
    await seat.ask("skip", {});
    await seat.ask("pause", {});
    await inPhase(page, "scores", 1);
    await page.waitForFunction(() =>
      document
        .querySelector(".ranking")
        ?.getAnimations({ subtree: true })
        .some(({ playState }) => playState === "running"),
    );
    await seat.ask("resume", {});
    await page.emulateMedia({ reducedMotion: "reduce" });
    await inPhase(page, "question", 2);
    assert.match((await easing()) ?? "", /^steps/);
    await page.keyboard.press("2");
    await seat.ask("answer", { question: seat.state.game.question.id, choice: 1 });
    await seat.sees("the reveal", ({ game }) => game.phase === "reveal");
    await seat.ask("skip", {});
    await seat.ask("pause", {});
    await inPhase(page, "scores", 2);
    const moving = await page.evaluate(
      () => document.querySelector(".ranking")?.getAnimations({ subtree: true }).length,
    );
    assert.equal(moving, 0);
    await context.close();
  });
});
