import assert from "node:assert/strict";
import type { Browser, Page } from "playwright-core";
import { launchBrowser, phone, screenshot, visit } from "../support/browser.ts";
import { newDataDir } from "../support/database.ts";
import { freePort, ParlorProcess } from "../support/process.ts";

const at = (page: Page, id: string) => page.getByTestId(id);

describe("the page when its server is killed in mid-question", function () {
  this.timeout(120_000);
  let browser: Browser;
  let server: ParlorProcess;
  before(async () => {
    browser = await launchBrowser();
  });
  after(async () => {
    await browser.close();
    await server.kill();
  });

  it("comes back by itself to the same seat, question and locked answer", async () => {
    const where = { port: await freePort(), dataDir: await newDataDir() };
    server = await ParlorProcess.start(where);
    const { page, context } = await visit(browser, server.url, phone);
    await at(page, "name-input").fill("Kim");
    await at(page, "sign-in").click();
    const form = at(page, "new-lobby");
    await form.locator("input[name=count]").fill("2");
    await form.locator("input[name=seconds]").fill("120");
    await form.locator("input[name=bots]").fill("0");
    await at(page, "make-lobby").click();
    const code = await at(page, "lobby-code").first().textContent();
    const other = await visit(browser, `${server.url}/l/${code?.trim()}`, phone);
    await at(other.page, "name-input").fill("Lou");
    await at(other.page, "sign-in").click();
    await at(page, "players").getByText("Lou").waitFor();
    await at(page, "start-game").click();
    const question = page.locator("[data-testid=game][data-phase=question]");
    await question.waitFor({ timeout: 60_000 });
    const prompt = await at(page, "prompt").textContent();
    await at(page, "choice-1").tap();
    const locked = at(page, "game")
      .getByText(/locked in/i)
      .first();
    await locked.waitFor();

    // As if the server came back with another page than the one that is open.
    await page.evaluate(() =>
      document.querySelector('script[type="module"][src]')?.setAttribute("src", "/assets/main-of-before.js"),
    );
    await server.kill();
    await at(page, "reconnecting").first().waitFor({ timeout: 60_000 });
    await screenshot(page, "server-away-phone");
    server = await ParlorProcess.start(where);
    for (const one of [page, other.page]) {
      await at(one, "reconnecting").first().waitFor({ state: "detached", timeout: 60_000 });
      await one.locator("[data-testid=game][data-phase=question]").waitFor();
      assert.equal(await at(one, "prompt").textContent(), prompt);
    }
    await locked.waitFor();
    // Lou's answer is the last one, so the question closes: both were counted.
    await at(other.page, "choice-0").tap();
    await page.locator("[data-testid=game][data-phase=reveal]").waitFor();
    await at(page, "my-result").waitFor();
    await at(page, "cards").getByText("newer page").waitFor();
    assert.equal(await at(other.page, "cards").getByText("newer page").count(), 0);
    await context.close();
    await other.context.close();
  });
});
