import assert from "node:assert/strict";
import { matchMaker } from "@colyseus/core";
import type { Browser, Page } from "playwright-core";
import { closeCodes } from "../../src/protocol/close-codes.ts";
import { buildPortal } from "../../web/build.ts";
import { startApp, type TestApp } from "../support/app.ts";
import {
  axeFindings,
  launchBrowser,
  phone,
  screenshot,
  scrollsSideways,
  type Visitor,
  visit,
} from "../support/browser.ts";
import { enter, guest, makeLobby, type Person } from "../support/people.ts";
import type { Seat } from "../support/seat.ts";

const at = (page: Page, id: string) => page.getByTestId(id);
const inPhase = (page: Page, phase: string, number: number) =>
  page.waitForSelector(`[data-testid=game][data-phase=${phase}][data-number="${number}"]`);

describe("joining in the browser", function () {
  this.timeout(120_000);
  let app: TestApp;
  let browser: Browser;
  let host: Person;
  let seat: Seat;
  let code: string;
  let pia: Visitor;

  before(async () => {
    app = await startApp({ portal: await buildPortal(), pace: 0.2 });
    browser = await launchBrowser();
    host = await guest(app, "Hanna");
    code = await makeLobby(host, { topic: "space", count: 4, seconds: 200 });
    seat = await enter(host, code);
  });
  after(async () => {
    await browser?.close();
    await app?.close();
  });

  const assertFine = async (page: Page): Promise<void> => {
    assert.deepEqual(await axeFindings(page), []);
    assert.equal(await scrollsSideways(page), false);
  };
  /** The way into a lobby that refuses, for who is signed in already. */
  const isRefused = async (page: Page, lobby: string, word: string): Promise<void> => {
    await page.goto(`${app.url}/l/${lobby}`);
    await page.waitForSelector(`[data-testid=out][data-word=${word}]`);
  };
  /** Pia as she is here now: who signs in anew comes as somebody else. */
  const piaNow = () =>
    [...seat.state.players.values()].filter(({ name, connected }) => name.startsWith("Pia") && connected);
  const closePia = (closeCode: number): void => {
    const [now] = piaNow();
    const clients = matchMaker.getLocalRoomById(code)?.clients ?? [];
    [...clients].find(({ auth }) => (auth as { readonly id?: string } | undefined)?.id === now?.id)?.leave(closeCode);
  };

  it("a phone is in by a link with a name and one tap, and next time with the tap alone", async () => {
    const began = performance.now();
    pia = await visit(browser, `${app.url}/l/${code}`, phone);
    const { page } = pia;
    await at(page, "name-input").waitFor();
    // The field has the focus already.
    await page.keyboard.type("Pia");
    await at(page, "sign-in").tap();
    await at(page, "players").getByText("Hanna").waitFor();
    assert(performance.now() - began < 5000, "it took too long");

    closePia(closeCodes.tokenExpired);
    await page.getByText("Your sign-in has ended").waitFor();
    assert.equal(await at(page, "name-input").inputValue(), "Pia");
    await at(page, "door").getByText("about space").waitFor();
    await assertFine(page);
    await screenshot(page, "door-phone");
    await at(page, "sign-in").tap();
    await at(page, "players").getByText("Hanna").waitFor();
  });

  it("a code is taken in any case, with spaces, and pasted as a link; a wrong one is told where it is typed", async () => {
    const { page } = await visit(browser, app.url, phone);
    await at(page, "join-code").fill("zz-zz z");
    await page.keyboard.press("Enter");
    await page.getByText("no lobby with this code").waitFor();
    await at(page, "join-code").fill("AB0DE");
    await page.keyboard.press("Enter");
    await page.getByText("Codes have no 0, 1, I, L or O").waitFor();
    await assertFine(page);
    await screenshot(page, "code-fault-phone");
    // Without a name the server gives one.
    await at(page, "join-code").fill(` ${code.toLowerCase().split("").join(" ")} `);
    await page.keyboard.press("Enter");
    await at(page, "players").getByText("Hanna").waitFor();

    await page.goto(app.url);
    await at(page, "code-input").fill("zzzzz");
    await at(page, "enter").tap();
    await page.getByText("no lobby with this code").waitFor();
    await at(page, "code-input").evaluate((field, text) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData("text", text);
      field.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
    }, ` ${app.url}/l/${code.toLowerCase()}?from=qr `);
    await at(page, "players").getByText("Hanna").waitFor();
    await page.context().close();
  });

  it("says what keeps somebody out, and what helps", async () => {
    const { page, context } = await visit(browser, `${app.url}/l/ZZZZZ`, phone);
    await at(page, "door-fault").waitFor();
    await at(page, "name-input").fill("Admin");
    await at(page, "sign-in").tap();
    await page.getByText("This name can't be used here").waitFor();
    await at(page, "name-input").fill("Nora");
    await at(page, "sign-in").tap();
    await page.waitForSelector("[data-testid=out][data-word=lobby_not_found]");
    await assertFine(page);
    const full = await makeLobby(host, { maxPlayers: 1 });
    const onlySeat = await enter(host, full);
    await onlySeat.ask("settings", { locked: false });
    await isRefused(page, full, "lobby_full");
    await at(page, "free-seat").waitFor();
    await assertFine(page);
    await screenshot(page, "full-phone");
    await onlySeat.leave();
    // By itself, as soon as the seat is free.
    await at(page, "players").getByText("Nora").waitFor();
    const locked = await makeLobby(host, {});
    const lockedSeat = await enter(host, locked);
    await lockedSeat.ask("settings", { locked: true });
    await isRefused(page, locked, "lobby_locked");
    await lockedSeat.ask("settings", { locked: false });
    await at(page, "join-again").tap();
    await at(page, "players").getByText("Hanna").waitFor();

    const other = await context.newPage();
    await other.goto(`${app.url}/l/${locked}`);
    await page.waitForSelector("[data-testid=out][data-word=moved]");
    await at(page, "join-again").tap();
    await at(page, "players").getByText("Hanna").waitFor();
    await other.waitForSelector("[data-testid=out][data-word=moved]");
    await context.close();
  });

  it("speaks the browser's language, or the one that is chosen; English when its texts can't be had", async () => {
    const context = await browser.newContext({ viewport: phone, locale: "fr-CA", serviceWorkers: "block" });
    const page = await context.newPage();
    const says = (language: string, heading: string) =>
      page.locator(`html[lang=${language}]`).getByRole("heading", { name: heading, exact: true }).waitFor();
    await page.goto(app.url);
    await says("fr", "Entre");
    const early = page.locator("link[rel=modulepreload][href*=text-fr-main]");
    assert.equal(await early.count(), 1, "fetched beside the script, not after it");
    await at(page, "language").selectOption("de");
    await says("de", "Komm herein");
    await page.reload();
    await says("de", "Komm herein");
    await page.goto(`${app.url}/?lang=es`);
    await says("es", "Entra");
    await page.route("**/text-pt-main*", (route) => route.abort());
    await page.goto(`${app.url}/?lang=pt`);
    await says("en", "Come in");
    await context.close();
  });

  it("comes back to seat and question by itself: after a locked screen, without a network, and reloaded", async () => {
    const { page, context } = pia;
    await seat.ask("start", {});
    await inPhase(page, "question", 1);
    await at(page, "choice-1").tap();
    await page.waitForSelector(".choice.mine:not(.sent)");
    const devtools = await context.newCDPSession(page);
    await devtools.send("Page.setWebLifecycleState", { state: "frozen" });
    // What a phone does to a page that sleeps for long.
    closePia(closeCodes.mayReconnect);
    await seat.ask("skip", {});
    await seat.sees("the end of the question", ({ game }) => game.phase === "reveal");
    for (const phase of ["scores", "question"]) {
      await seat.ask("skip", {});
      await seat.sees(phase, ({ game }) => game.phase === phase);
    }
    await devtools.send("Page.setWebLifecycleState", { state: "active" });
    const woken = performance.now();
    await page.evaluate(() => document.dispatchEvent(new Event("visibilitychange")));
    await inPhase(page, "question", 2);
    assert(performance.now() - woken < 2000, "it took too long to come back");

    await context.setOffline(true);
    await page.getByTestId("reconnecting").getByText("You are offline").waitFor();
    await page.getByTestId("reconnecting").getByText("1 s").waitFor();
    await assertFine(page);
    await screenshot(page, "offline-phone");
    await context.setOffline(false);
    await at(page, "reconnecting").waitFor({ state: "detached", timeout: 20_000 });
    await at(page, "choice-2").tap();
    await page.waitForSelector(".choice.mine:not(.sent)");
    const prompt = await at(page, "prompt").textContent();
    await page.reload();
    await page.waitForSelector(".choice.mine[data-testid=choice-2]");
    assert.equal(await at(page, "prompt").textContent(), prompt);
    assert.equal(piaNow().length, 1);
  });
});
