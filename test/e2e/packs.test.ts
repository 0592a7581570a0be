import assert from "node:assert/strict";
import type { Browser, Page } from "playwright-core";
import { buildPortal } from "../../web/build.ts";
import { startApp, type TestApp } from "../support/app.ts";
import { axeFindings, desktop, launchBrowser, phone, screenshot, scrollsSideways, visit } from "../support/browser.ts";

const file = [
  "question,correct,wrong1,wrong2,wrong3",
  "What is the capital of France?,Paris,Lyon,Nice,Lille",
  "Which of these has no answers?,,,,",
  `What is the capital of Italy${"; of all its cities".repeat(6)}?,Rome,Milan,Turin,Naples`,
].join("\n");

const at = (page: Page, id: string) => page.getByTestId(id);
const inPhase = (page: Page, phase: string) => page.waitForSelector(`[data-testid=game][data-phase=${phase}]`);
const signIn = async (page: Page, name: string): Promise<void> => {
  await at(page, "name-input").fill(name);
  await at(page, "sign-in").click();
};
const assertFine = async (page: Page): Promise<void> => {
  assert.deepEqual(await axeFindings(page), []);
  assert.equal(await scrollsSideways(page), false);
};

describe("question packs in the browser", function () {
  this.timeout(120_000);
  let app: TestApp;
  let browser: Browser;

  before(async () => {
    app = await startApp({ portal: await buildPortal(), pace: 0.3 });
    browser = await launchBrowser();
  });
  after(async () => {
    await browser?.close();
    await app?.close();
  });

  it("are imported, changed, shared and played; a question is reported and struck out", async () => {
    const { page, context, errors } = await visit(browser, app.url, phone);
    await signIn(page, "Pam");
    await at(page, "to-packs").click();
    await page.getByText("You have none yet").waitFor();

    await page
      .getByLabel("File with questions")
      .setInputFiles({ name: "Capitals.csv", mimeType: "text/csv", buffer: Buffer.from(file) });
    await at(page, "import").click();
    await at(page, "faults").locator("tbody tr").first().waitFor();
    const cells = await at(page, "faults").locator("tbody td").allTextContents();
    assert.equal(cells[0], "3", "the fault is named by its line");
    await assertFine(page);
    await screenshot(page, "packs-faults-phone");
    await at(page, "import-partial").click();
    await at(page, "open-imported").click();
    await at(page, "question").nth(1).waitFor();
    assert.equal(await at(page, "question").count(), 2, "the good part, and no more");
    await assertFine(page);

    await at(page, "edit-question").first().click();
    await page.getByLabel("Question", { exact: true }).fill("Which city is the capital of France?");
    assert.deepEqual(await axeFindings(page), []);
    await screenshot(page, "pack-question-phone");
    await page.keyboard.press("Escape");
    await page.getByText("Really drop it?").waitFor();
    await renameElsewhere(page);
    await at(page, "save-question").click();
    await page.getByText("has been changed meanwhile").waitFor();
    await at(page, "save-question").click();
    await at(page, "question-dialog").waitFor({ state: "detached" });
    await at(page, "question").first().getByText("Which city is the capital of France?").waitFor();
    assert.equal(await at(page, "pack-title").textContent(), "Capitals of Europe", "the other change stands");

    await page.getByText("Title, sharing and files").click();
    await page.getByLabel("Description").fill("For friends");
    // Nobody says yes to leaving: the browser's own question is answered with no.
    await page.getByText("All your packs").click();
    await page.getByText("Not saved yet").waitFor();
    await at(page, "save-details").click();
    await page.getByText("Not saved yet").waitFor({ state: "detached" });
    await at(page, "share").click();
    const link = await page.getByLabel("Link", { exact: true }).inputValue();
    await at(page, "export-kahoot").click();
    await at(page, "faults").getByText("Kahoot takes 120").waitFor();
    await assertFine(page);
    await screenshot(page, "pack-phone");

    const friend = await visit(browser, `${link}?lang=de`, desktop);
    await signIn(friend.page, "Fred");
    await at(friend.page, "copy-pack").waitFor();
    assert.equal(await at(friend.page, "edit-question").count(), 0, "only to be read");
    await friend.page.getByText("2 Fragen · mit dir geteilt").waitFor();
    await assertFine(friend.page);
    await screenshot(friend.page, "pack-shared-desktop");
    await friend.context.close();

    await at(page, "play-pack").click();
    await at(page, "start-game").click();
    await inPhase(page, "question");
    assert.equal(await at(page, "prompt").textContent(), "Which city is the capital of France?");
    await at(page, "choice-0").tap();
    await inPhase(page, "reveal");
    await page.getByRole("button", { name: "Pause" }).click();
    await at(page, "report-question").click();
    await page.getByLabel("More than one answer is right").check();
    assert.deepEqual(await axeFindings(page), []);
    await screenshot(page, "report-phone");
    await at(page, "send-report").click();
    await at(page, "report-thanks").waitFor();
    await page.getByRole("button", { name: "Close" }).click();
    await at(page, "reported").waitFor();
    await at(page, "strike-question").click();
    await at(page, "strike-question").click();
    await at(page, "struck").waitFor();
    assert.equal(await at(page, "strike-question").count(), 0);
    await assertFine(page);
    await screenshot(page, "struck-phone");
    await page.getByRole("button", { name: "Resume" }).click();
    await inPhase(page, "scores");
    await at(page, "cards").getByText("struck out").waitFor();
    // The browser itself tells of the import and the change that were refused.
    assert.deepEqual(
      errors.filter((error) => !/status of (?:409|422)/.test(error)),
      [],
    );
    await context.close();
  });
});

/** The same person changes the title of the pack in another tab. */
const renameElsewhere = async (page: Page): Promise<void> => {
  const tab = await page.context().newPage();
  await tab.goto(page.url());
  await tab.getByText("Title, sharing and files").click();
  await tab.getByLabel("Title", { exact: true }).fill("Capitals of Europe");
  await at(tab, "save-details").click();
  await at(tab, "pack-title").getByText("Capitals of Europe").waitFor();
  await tab.close();
};
