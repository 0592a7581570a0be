import assert from "node:assert/strict";
import type { Browser, Page } from "playwright-core";
import { games } from "../../src/games/index.ts";
import { buildPortal } from "../../web/build.ts";
import { startApp, type TestApp } from "../support/app.ts";
import { axeFindings, launchBrowser, scrollsSideways, type Visitor } from "../support/browser.ts";
import { sourceOf } from "../support/marked.ts";
import { plays } from "../support/mode-plays.ts";
import { modeQuestions } from "../support/mode-questions.ts";
import { at, leave, setTimings, sitDown, twoPeople } from "../support/mode-table.ts";

const longMs = 20_000;

/** Everybody's place, name and points, as the ranking has them. */
const rankingOn = (page: Page): Promise<readonly string[]> =>
  at(page, "ranking")
    .locator("tbody tr")
    .evaluateAll((rows) =>
      rows.map((row) =>
        [row.firstElementChild, row.querySelector(".name"), row.lastElementChild]
          .map((cell) => cell?.textContent.trim())
          .join(" "),
      ),
    );

const podiumOn = (page: Page): Promise<readonly string[]> => at(page, "podium").locator("li").allTextContents();

describe("every mode in the browser", function () {
  this.timeout(90_000);
  let app: TestApp;
  let browser: Browser;
  let people: readonly Visitor[];

  before(async () => {
    app = await startApp({ portal: await buildPortal(), pace: 0.05, source: sourceOf(() => modeQuestions) });
    setTimings(app, { countdown: longMs, reveal: longMs, scores: longMs });
    browser = await launchBrowser();
    people = await twoPeople(browser, app);
  });
  after(async () => {
    await browser?.close();
    await app?.close();
  });

  // What went wrong in one mode is no matter for the next.
  afterEach(async function () {
    if (this.currentTest?.state === "failed") for (const { page } of people) await page.goto(app.url);
  });

  for (const { mode } of games) {
    it(`plays ${mode} to the end, two people and two bots`, async () => {
      const play = plays[mode];
      assert(play !== undefined, "each mode has a play");
      const pages = people.map(({ page }) => page);
      const [desk, phone] = pages as [Page, Page];
      const looked = new Set<string>();
      const look = async (phase: string): Promise<void> => {
        if (looked.has(phase)) return;
        looked.add(phase);
        assert.deepEqual(await axeFindings(phone), [], phase);
        assert.equal(await scrollsSideways(phone), false, phase);
      };
      const table = await sitDown(pages, mode, play, look);
      await play.play(table);
      await table.goesOnTo("podium");
      const ranking = await rankingOn(desk);
      assert.equal(ranking.length, 4);
      assert.deepEqual(await rankingOn(phone), ranking);
      assert.deepEqual(await podiumOn(phone), await podiumOn(desk));
      await leave(pages);
      assert.deepEqual([...people.map(({ errors }) => errors), app.errors], [[], [], []]);
    });
  }
});
