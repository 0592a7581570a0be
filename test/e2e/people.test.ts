import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import type { Browser, Page } from "playwright-core";
import type { PlayerId, QuestionId } from "../../src/core/ids.ts";
import type { FinishedGame } from "../../src/standings/standings.ts";
import { buildPortal } from "../../web/build.ts";
import { startApp, type TestApp } from "../support/app.ts";
import { axeFindings, desktop, launchBrowser, phone, screenshot, scrollsSideways, visit } from "../support/browser.ts";

const at = (page: Page, id: string) => page.getByTestId(id);
const small = { width: 320, height: 640 } as const;

/** Would put an image or a script into the page, were it taken for more than text. */
const hostile = `<img src=x onerror="window.pwned=1"><script>window.pwned=1</script>`;
const name = (player: number): string => (player === 0 ? `${hostile} Mallory` : `Player ${player}`);

/** A game in which everybody but the first answers wrong. */
const gameOf = (nth: number, players: number, endedAt: number): FinishedGame => {
  const ids = Array.from({ length: players }, (_, index) => `p${index}` as PlayerId);
  const questions = Array.from({ length: 4 }, (_, index) => ({
    id: `q${index}` as QuestionId,
    prompt: `${hostile} What is ${index}?`,
    choices: [hostile, "b", "c", "d"],
    key: 0,
    explanation: hostile,
    category: index % 2 === 0 ? hostile : "Quiet things",
    difficulty: "easy",
    limit: 20_000,
    outcomes: ids.map((player, seat) => {
      const right = seat === 0 && index < 3;
      return { player, choice: right ? 0 : 1, right, points: right ? 900 : 0, time: 2500 };
    }),
  }));
  const lines = ids.map((player, seat) => {
    const right = seat === 0 ? 3 : 0;
    return {
      player,
      name: name(seat),
      kind: seat === 2 ? ("bot" as const) : ("human" as const),
      score: right * 900,
      right,
      rank: seat === 0 ? 1 : 2,
    };
  });
  return {
    game: `game-${nth}`,
    lobby: "ABCDE",
    mode: "quiz",
    topic: hostile,
    at: endedAt,
    seq: 1,
    lines,
    detail: questions,
  };
};

describe("people's pages in the browser", function () {
  this.timeout(120_000);
  let app: TestApp;
  let browser: Browser;

  const assertFine = async (page: Page): Promise<void> => {
    assert.deepEqual(await axeFindings(page), [], page.url());
    assert.equal(await scrollsSideways(page), false, page.url());
  };
  /** Once for each kind of page. */
  const assertFineInBoth = async (page: Page): Promise<void> => {
    await page.emulateMedia({ colorScheme: "dark" });
    await assertFine(page);
    await page.emulateMedia({ colorScheme: "light" });
    await assertFine(page);
  };
  const assertOnlyText = async (page: Page): Promise<void> => {
    assert.equal(await page.locator("img[src=x], #app script").count(), 0);
    assert.equal(await page.evaluate("window.pwned"), undefined);
    await page.getByText(hostile).first().waitFor();
  };

  before(async () => {
    app = await startApp({ portal: await buildPortal(), pace: 0.05 });
    browser = await launchBrowser();
  });
  after(async () => {
    await browser?.close();
    await app?.close();
  });
  afterEach(() => assert.deepEqual(app.errors, []));

  it("after a game tell a guest what was right, keep their points in an account, and show the game and the person", async () => {
    const { page, context, errors } = await visit(browser, app.url, phone);
    await context.grantPermissions(["clipboard-read", "clipboard-write"]);
    await at(page, "name-input").fill("Rosa");
    await at(page, "sign-in").click();
    const form = at(page, "new-lobby");
    await form.locator("input[name=count]").fill("2");
    await form.locator("input[name=bots]").fill("0");
    await at(page, "make-lobby").click();
    await at(page, "start-game").click();
    for (const number of [1, 2]) {
      await page.waitForSelector(`[data-phase=question][data-number="${number}"]`);
      await at(page, "choice-0").tap();
    }
    await at(page, "podium").waitFor();
    await at(page, "my-summary")
      .getByText(/of 2 right/)
      .waitFor();
    assert.equal(await page.locator(".answer-marks li").count(), 2);
    const before = await page.evaluate(() => localStorage.getItem("colyseus-auth-token"));
    await at(page, "keep-points").getByText("Make an account of it").click();
    await at(page, "my-summary").evaluate((part) => part.scrollIntoView({ block: "center" }));
    await screenshot(page, "podium-summary-phone");
    await assertFineInBoth(page);
    await at(page, "register-email").fill("rosa@example.org");
    await at(page, "register-password").fill("correct horse battery");
    await at(page, "register").click();
    await at(page, "points-kept").waitFor();
    assert.notEqual(await page.evaluate(() => localStorage.getItem("colyseus-auth-token")), before);
    await at(page, "share-game").click();
    await page.getByText("Link copied").waitFor();
    const link = await page.evaluate(() => navigator.clipboard.readText());
    assert.match(new URL(link).pathname, /^\/g\/[\w-]+$/);
    assert.equal(await at(page, "start-game").isVisible(), true, "and the next game can begin");

    const [tab] = await Promise.all([context.waitForEvent("page"), at(page, "to-game").click()]);
    await at(tab, "own-figures").waitFor();
    await at(tab, "check-fairness").click();
    await tab.locator('[data-testid=fairness][data-fair="true"]').waitFor();
    assert.equal(await at(tab, "asked").count(), 2);
    assert.equal(await at(tab, "own-line").count(), 2);
    await assertFine(tab);
    await screenshot(tab, "past-game-phone");
    const [download] = await Promise.all([tab.waitForEvent("download"), at(tab, "results-csv").click()]);
    assert.match(await readFile(await download.path(), "utf8"), /Rosa/);

    await at(tab, "standings").getByRole("link", { name: "Rosa" }).click();
    await at(tab, "profile").getByText("Rosa").waitFor();
    assert.match((await at(tab, "figures").textContent()) ?? "", /Games1/, "the guest's game is the account's");
    assert.equal(await at(tab, "keep-points").count(), 0, "who has an account need not be told of one");
    await at(tab, "past-games").getByRole("link").first().waitFor();
    await assertFine(tab);
    await screenshot(tab, "profile-phone");
    assert.deepEqual(errors, []);
    await context.close();
  });

  it("let a guest without any game make an account from their own page", async () => {
    const { page, context } = await visit(browser, app.url, small);
    await at(page, "name-input").fill("Nils");
    await at(page, "sign-in").click();
    await at(page, "to-profile").click();
    await page.getByText("You have not finished a game yet.").waitFor();
    await assertFine(page);
    await at(page, "keep-points").getByText("Make an account of it").click();
    await at(page, "register-email").fill("nils@example.org");
    await at(page, "register-password").fill("correct horse battery");
    await page.keyboard.press("Enter");
    await at(page, "points-kept").waitFor();
    await page.reload();
    await page.getByText("You have not finished a game yet.").waitFor();
    assert.equal(await at(page, "keep-points").count(), 0);
    await context.close();
  });

  it("take names and questions for text, go page by page, and work by keyboard on the smallest phone", async () => {
    const now = Date.now();
    // Two games are of this week, whatever day it is today, and the others of as many weeks before it.
    const weeksAgo = (nth: number): number => Math.max(0, nth - 1);
    for (let nth = 0; nth < 12; nth++)
      await app.services.standings.record(gameOf(nth, nth === 0 ? 30 : 2, now - weeksAgo(nth) * 7 * 86_400_000 - nth));
    const { page, context, errors } = await visit(browser, `${app.url}/p/p0`, small);
    await at(page, "profile").getByText("Mallory").waitFor();
    await at(page, "past-games").getByRole("link").nth(9).waitFor();
    await assertOnlyText(page);
    assert.match(
      (await at(page, "figures").textContent()) ?? "",
      /Games12Won12100%.*Right75%36 of 48.*2\.5 s.*streak3/,
    );
    await at(page, "weeks-table").locator("summary").focus();
    await page.keyboard.press("Enter");
    await at(page, "weeks-table").locator("tbody tr").first().waitFor();
    assert.match(
      (await at(page, "categories").textContent()) ?? "",
      /Strongest.*100%.*Weakest.*Quiet things50%12 of 24/,
    );
    await at(page, "more-games").focus();
    await page.keyboard.press("Enter");
    await page.waitForFunction(() => document.querySelectorAll("[data-testid=past-games] a").length === 12);
    await assertFineInBoth(page);

    // The focus is on the first of the games that came.
    await page.keyboard.press("Enter");
    await at(page, "asked").first().waitFor();
    assert.equal(new URL(page.url()).pathname, "/g/game-10");
    await assertOnlyText(page);
    assert.equal(await at(page, "results-csv").count(), 0, "the file is for who was there");
    await page.goto(`${app.url}/g/game-0`);
    await at(page, "all-standings").click();
    await at(page, "standings").getByText("Player 29").waitFor();
    assert.match((await at(page, "asked").first().textContent()) ?? "", /1 player✓ Right answer.*29 players/);
    await assertFineInBoth(page);

    await page.goto(`${app.url}/boards`);
    await at(page, "board").waitFor();
    await assertOnlyText(page);
    await at(page, "board-all").focus();
    await page.keyboard.press("ArrowRight");
    await page.waitForURL(/board=week/);
    await at(page, "board-more").click();
    await at(page, "board").getByText("Player 1", { exact: true }).waitFor();
    await page.reload();
    await at(page, "board").getByText("Player 1", { exact: true }).waitFor();
    await at(page, "board-back").click();
    await at(page, "board").getByText("Mallory").waitFor();
    await assertFineInBoth(page);
    await at(page, "kind-bot").check();
    await at(page, "board").getByText("Player 2", { exact: true }).waitFor();
    await page.locator(".board:not(.old)").waitFor();
    assert.equal(await at(page, "board").getByRole("link").count(), 1, "people and bots apart");
    await screenshot(page, "boards-small");
    assert.deepEqual(errors, []);
    await context.close();
  });

  it("show where one is, also when that is not among the first", async () => {
    const { page, context } = await visit(browser, app.url, desktop);
    await at(page, "name-input").fill("Zoe");
    await at(page, "sign-in").click();
    await at(page, "new-lobby").waitFor();
    const href = (await at(page, "to-profile").getAttribute("href")) ?? "";
    const zoe = decodeURIComponent(href.slice("/p/".length)) as PlayerId;
    const { lines, ...rest } = gameOf(99, 30, Date.now());
    const last = { player: zoe, name: "Zoe", kind: "human" as const, score: 0, right: 0, rank: 31 };
    const losers = Array.from({ length: 20 }, (_, nth) => ({
      ...rest,
      game: `lost-${nth}`,
      lines: [...lines.slice(0, 1), last],
    }));
    for (const game of losers) await app.services.standings.record(game);
    await page.reload();
    await at(page, "leaderboard").locator("tr.me").getByText("Zoe").waitFor();
    await at(page, "to-boards").click();
    await at(page, "own-place")
      .getByText(/with 0 points/)
      .waitFor();
    await page.getByRole("button", { name: "Show me there" }).click();
    await at(page, "board").locator("tr.me").getByText("Zoe").waitFor();
    await assertFine(page);
    await screenshot(page, "boards-desktop");
    await context.close();
  });

  it("show boards of one mode, of seasons, and by rating", async () => {
    const now = Date.now();
    const { lines, ...rest } = gameOf(0, 2, now);
    const people = ["Ann", "Ben"].map((who, seat) => ({
      ...(lines[seat] as (typeof lines)[number]),
      player: `rated-${who}` as PlayerId,
      name: who,
    }));
    const played = { ...rest, mode: "race", lines: people };
    for (const [nth, daysAgo] of [0, 0, 0, 0, 200].entries())
      await app.services.standings.record({ ...played, game: `race-${nth}`, at: now - nth - daysAgo * 86_400_000 });
    const { page, context, errors } = await visit(browser, `${app.url}/boards`, phone);
    await at(page, "board-mode").selectOption("race");
    await page.waitForURL(/mode=race/);
    await page.locator(".board:not(.old)").waitFor();
    await at(page, "board").getByText("Ann").waitFor();
    assert.equal(await at(page, "board").locator("tbody tr").count(), 2, "who played it, and nobody else");
    await at(page, "board-season").check();
    await at(page, "season-span")
      .getByText(/until|ends/i)
      .waitFor();
    const first = (await at(page, "which-season").locator("option").last().getAttribute("value")) ?? "";
    await at(page, "which-season").selectOption(first);
    await page.waitForURL(new RegExp(`season=${first}`));
    await page.locator(".board:not(.old)").waitFor();
    assert.match((await at(page, "board").locator("tbody tr").first().textContent()) ?? "", /Ann12,700/);
    await assertFineInBoth(page);
    await at(page, "board-rating").check();
    await page.waitForURL(/board=rating/);
    await at(page, "board").getByText("±").first().waitFor();
    assert.equal(await at(page, "kind-bot").count(), 0, "bots are not rated");
    await assertFineInBoth(page);
    await screenshot(page, "boards-rating-phone");

    await at(page, "board").getByRole("link", { name: "Ann" }).click();
    await at(page, "ratings").getByText("Race").waitFor();
    await assertFineInBoth(page);
    await screenshot(page, "profile-rated-phone");
    await at(page, "ratings").getByRole("link").last().click();
    await page.waitForURL(/board=rating&kind=human&mode=race/);
    await at(page, "board").getByText("Ann").waitFor();
    assert.deepEqual(errors, []);

    await page.route("**/api/seasons*", (route) => route.fulfill({ json: { seasons: [] } }));
    await page.goto(`${app.url}/boards`);
    await at(page, "board").waitFor();
    await page.waitForFunction(() => document.querySelector("[data-testid=board-season]") === null);
    await context.close();
  });

  it("say what is not there", async () => {
    const { page, context } = await visit(browser, `${app.url}/p/nobody`, phone);
    await page.getByText("Nobody is shown here").waitFor();
    await page.goto(`${app.url}/g/none`);
    await page.getByText("This game is not kept").waitFor();
    await assertFine(page);
    await context.close();
  });
});
