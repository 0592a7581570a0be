import assert from "node:assert/strict";
import type { Browser, Page } from "playwright-core";
import { buildPortal } from "../../web/build.ts";
import { startApp, type TestApp } from "../support/app.ts";
import { axeFindings, launchBrowser, phone, screenshot, scrollsSideways, visit } from "../support/browser.ts";

const at = (page: Page, id: string) => page.getByTestId(id);
const inPhase = (page: Page, phase: string) =>
  page.waitForSelector(`[data-testid=game][data-phase=${phase}]`, { timeout: 60_000 });

describe("an evening in the browser", function () {
  this.timeout(60_000);
  let app: TestApp;
  let browser: Browser;

  before(async () => {
    app = await startApp({ portal: await buildPortal(), pace: 0.2 });
    browser = await launchBrowser();
  });
  after(async () => {
    await browser?.close();
    await app?.close();
  });

  it("is planned on a phone, and goes from mode to mode with one scoreboard and a bot that leads", async () => {
    const { page, context, errors } = await visit(browser, app.url, phone);
    await at(page, "name-input").fill("Hanna");
    await at(page, "sign-in").tap();
    const form = at(page, "new-lobby");
    await form.locator("input[name=seconds]").fill("4");
    await form.locator("input[name=bots]").fill("3");
    await at(page, "make-lobby").tap();
    await at(page, "players").getByText("Rookie Rae").waitFor();

    await at(page, "plan-evening").tap();
    const dialog = at(page, "evening-dialog");
    await dialog.locator("li").nth(1).waitFor();
    for (const nth of [0, 1]) await dialog.locator("li").nth(nth).locator("input[type=number]").fill("1");
    await dialog.locator("li").nth(1).locator("select").selectOption("teams");
    await dialog.getByLabel("A bot leads through the evening").check();
    assert.deepEqual(await axeFindings(page), []);
    assert.equal(await scrollsSideways(page), false);
    await screenshot(page, "evening-plan-phone");
    await at(page, "evening-begin").tap();

    await inPhase(page, "question");
    await page.locator(".evening-line").getByText("Game 1 of 2").waitFor();
    await at(page, "choice-0").tap();
    await inPhase(page, "podium");
    const card = at(page, "evening");
    await card.getByText("Next: Teams").waitFor();
    const best = card.locator("ol li strong").first();
    assert.equal(await best.textContent(), "1,000");
    assert.deepEqual(await axeFindings(page), []);
    await screenshot(page, "evening-between-phone");
    await at(page, "chat-log")
      .getByText(/game 2 of 2: a team quiz/i)
      .waitFor({ state: "attached" });

    await at(page, "evening-next").tap();
    await inPhase(page, "question");
    await at(page, "team-board").locator("li").nth(1).waitFor();
    await at(page, "choice-1").tap();
    await inPhase(page, "podium");
    await card.getByText("That was the evening").waitFor();
    await screenshot(page, "evening-over-phone");
    assert.deepEqual([errors, app.errors], [[], []]);
    await context.close();
  });
});
