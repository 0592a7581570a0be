import assert from "node:assert/strict";
import type { Browser, Page } from "playwright-core";
import { buildPortal } from "../../web/build.ts";
import { startApp, type TestApp } from "../support/app.ts";
import {
  axeFindings,
  desktop,
  everySize,
  launchBrowser,
  phone,
  screenshot,
  scrollsSideways,
  visit,
  type Visitor,
} from "../support/browser.ts";
import { until } from "../support/until.ts";

const questions = 4;
const at = (page: Page, id: string) => page.getByTestId(id);
const inPhase = (page: Page, phase: string, number?: number) =>
  page.waitForSelector(
    `[data-testid=game][data-phase=${phase}]${number === undefined ? "" : `[data-number="${number}"]`}`,
    { timeout: 60_000 },
  );

const smallest = { width: 320, height: 640 } as const;
const tablet = { width: 768, height: 1024 } as const;
const television = { width: 1920, height: 1080 } as const;
const offlineMs = 10_000;

/** Takes a device's connection away for so long, and gives it back. */
const offlineFor = async ({ context, page }: Visitor, ms: number): Promise<void> => {
  const since = Date.now();
  await context.setOffline(true);
  await page.evaluate(() => window.dispatchEvent(new Event("offline")));
  await at(page, "reconnecting").first().waitFor({ timeout: 60_000 });
  await until("its connection", () => Date.now() - since >= ms, ms + 1000);
  await context.setOffline(false);
  await at(page, "reconnecting").first().waitFor({ state: "detached", timeout: 60_000 });
};

describe("a whole game in the browser", function () {
  this.timeout(120_000);
  let app: TestApp;
  let browser: Browser;

  before(async () => {
    app = await startApp({ portal: await buildPortal(), pace: 0.25 });
    browser = await launchBrowser();
  });
  after(async () => {
    await browser?.close();
    await app?.close();
  });

  it("is played by a host, two phones and who comes late, with two bots and a screen, chatting", async () => {
    const host = await visit(browser, app.url, desktop);
    await at(host.page, "name-input").fill("Hanna");
    await host.page.keyboard.press("Enter");
    await at(host.page, "new-lobby").waitFor();
    const form = at(host.page, "new-lobby");
    await at(host.page, "more-of-lobby").locator("summary").first().click();
    await form.locator("textarea[name=prompt]").fill("Kind, and fond of the sea.");
    assert.deepEqual(await axeFindings(host.page), []);
    await screenshot(host.page, "home-desktop");
    await form.locator("input[name=topic]").fill("space");
    await form.locator("input[name=count]").fill(String(questions));
    await form.locator("input[name=seconds]").fill("6");
    await form.locator("input[name=bots]").fill("2");
    await at(host.page, "make-lobby").click();
    const code = ((await at(host.page, "lobby-code").first().textContent()) ?? "").trim();
    assert.match(code, /^[2-9A-HJKMNP-Z]{5}$/);

    const guest = await visit(browser, app.url, phone);
    await at(guest.page, "name-input").fill("Pia");
    await at(guest.page, "sign-in").click();
    await screenshot(guest.page, "home-phone");
    assert.equal(await scrollsSideways(guest.page), false);
    await at(guest.page, "code-input").fill(` ${code.slice(0, 2).toLowerCase()} ${code.slice(2).toLowerCase()}`);
    await at(guest.page, "enter").click();
    await at(guest.page, "players").getByText("Hanna").waitFor();
    await at(host.page, "players").getByText("Pia").waitFor();
    await at(host.page, "players").getByText("GPT-Muse").waitFor();
    await at(guest.page, "company-line").getByText("Kind, and fond of the sea.").waitFor();
    await at(guest.page, "players")
      .getByText(/^plays at \d+ %$/)
      .first()
      .waitFor();
    // A second phone, the smallest there is, and the screen of the room.
    const other = await visit(browser, `${app.url}/l/${code}`, smallest);
    await at(other.page, "name-input").fill("Quim");
    await at(other.page, "sign-in").tap();
    await at(host.page, "players").getByText("Quim").waitFor();
    const screen = await visit(browser, `${app.url}/screen/${code}`, television);
    await screen.page.getByText("Quim").first().waitFor();
    await screenshot(screen.page, "whole-screen-hall");
    // Left open, so that axe sees it, too.
    await at(host.page, "players").getByRole("button", { name: "Settings of GPT-Muse" }).click();
    await screenshot(host.page, "lobby-desktop");

    await at(host.page, "chat-input").fill("Welcome, <b>everybody</b>!");
    await host.page.keyboard.press("Enter");
    await at(host.page, "chat-log").getByText("Welcome, <b>everybody</b>!").waitFor();
    await at(host.page, "start-game").click();

    let away = Promise.resolve();
    let late: Visitor | undefined;
    for (let number = 1; number <= questions; number++) {
      await Promise.all([inPhase(host.page, "question", number), inPhase(guest.page, "question", number)]);
      if (number === 1) {
        await at(other.page, "choice-0").tap();
        await inPhase(screen.page, "question", 1);
        await screenshot(screen.page, "whole-screen-question");
        assert.deepEqual(await everySize(other.page, "whole-question"), []);
        assert.deepEqual(await axeFindings(host.page), []);
        assert.deepEqual(await axeFindings(guest.page), []);
        assert.equal(await scrollsSideways(guest.page), false);
        await screenshot(host.page, "question-desktop");
        await screenshot(guest.page, "question-phone");
      }
      if (number === 2) away = offlineFor(other, offlineMs);
      if (number === 3) {
        late = await visit(browser, `${app.url}/l/${code}`, tablet);
        await at(late.page, "name-input").fill("Lena");
        await at(late.page, "sign-in").click();
        await at(host.page, "players").getByText("Lena").waitFor();
      }
      // The host answers by keyboard alone, the guest by touch.
      await host.page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
      await host.page.keyboard.press(number % 2 === 0 ? "2" : "a");
      await at(host.page, "game")
        .getByText(/locked in/i)
        .first()
        .waitFor();
      await at(guest.page, "choice-1").tap();
      await Promise.all([inPhase(host.page, "reveal", number), inPhase(guest.page, "reveal", number)]);
      await at(guest.page, "my-result").waitFor();
      if (number === 1) {
        assert.deepEqual(await axeFindings(guest.page), []);
        await screenshot(host.page, "reveal-desktop");
        await screenshot(guest.page, "reveal-phone");
      }
      await Promise.all([inPhase(host.page, "scores", number), inPhase(guest.page, "scores", number)]);
    }
    await Promise.all([inPhase(host.page, "podium"), inPhase(guest.page, "podium")]);
    await at(guest.page, "podium").waitFor();
    assert.deepEqual(await axeFindings(guest.page), []);
    await screenshot(host.page, "podium-desktop");
    await screenshot(guest.page, "podium-phone");
    await inPhase(screen.page, "podium");
    await screenshot(screen.page, "whole-screen-podium");
    // Who was without a connection for ten seconds is back in the same seat, and where the others are.
    await away;
    await inPhase(other.page, "podium");
    assert.deepEqual(await everySize(other.page, "whole-podium"), []);
    const ranking = (page: Page) =>
      at(page, "ranking")
        .locator("tbody tr")
        .evaluateAll((rows) => rows.map((row) => row.textContent?.replace(/\s+/g, " ").trim()));
    const [mine, theirs] = [await ranking(host.page), await ranking(guest.page)];
    assert.equal(mine.length, 6);
    const names = (rows: readonly (string | undefined)[]) =>
      rows.map((row) => /Hanna|Pia|Quim|Lena|GPT-Muse|Professor Quill/.exec(row ?? "")?.[0]);
    assert.deepEqual(names(mine), names(theirs));
    assert.deepEqual(names(mine), names(await ranking(other.page)));

    await host.page.goto(app.url);
    await at(host.page, "leaderboard").getByText("Pia").waitFor();
    await screenshot(host.page, "leaderboard-desktop");
    assert.deepEqual([host.errors, guest.errors, screen.errors, late?.errors], [[], [], [], []]);
    for (const { context } of [host, guest, other, screen]) await context.close();
    await late?.context.close();
  });

  it("says clearly what is wrong with a code", async () => {
    const { page, context } = await visit(browser, `${app.url}/l/ZZZZZ`, phone);
    await at(page, "name-input").fill("Nora");
    await at(page, "sign-in").click();
    await page
      .getByText(/no lobby with this code/i)
      .first()
      .waitFor();
    await screenshot(page, "unknown-code-phone");
    await context.close();
  });
});
