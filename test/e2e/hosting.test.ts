import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { parse } from "csv-parse/sync";
import type { Browser, Page } from "playwright-core";
import { buildPortal } from "../../web/build.ts";
import { startApp, type TestApp } from "../support/app.ts";
import { axeFindings, launchBrowser, phone, screenshot, scrollsSideways, visit } from "../support/browser.ts";

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

describe("hosting in the browser", function () {
  this.timeout(120_000);
  let app: TestApp;
  let browser: Browser;
  let host: Page;
  let guest: Page;
  let faults: readonly (readonly string[])[];

  before(async () => {
    app = await startApp({ portal: await buildPortal(), pace: 0.1 });
    browser = await launchBrowser();
    const hosts = await visit(browser, app.url, { width: 320, height: 640 });
    host = hosts.page;
    await signIn(host, "Hanna");
    await at(host, "make-lobby").waitFor();
    await host.keyboard.press("Escape");
    const guests = await visit(browser, app.url, phone);
    guest = guests.page;
    faults = [hosts.errors, guests.errors];
  });
  after(async () => {
    await browser?.close();
    await app?.close();
  });

  it("makes a lobby with one tap, or with every choice", async () => {
    await at(host, "make-lobby").tap();
    await at(host, "preview").waitFor();
    await at(host, "host-controls").waitFor();
    await host.goto(app.url);
    await at(host, "more-of-lobby").locator("summary").click();
    await assertFine(host);
    await screenshot(host, "hosting-choices-320");
    const form = at(host, "new-lobby");
    await form.locator("input[name=count]").fill("3");
    await form.locator("input[name=seconds]").fill("10");
    await form.locator("input[name=bots]").fill("1");
    await host.getByLabel("Time to answer").selectOption({ label: "twice as long" });
    await host.getByLabel("Who may start a game").selectOption("anyone");
    await host.getByLabel("Name of the lobby").fill("Quiz night");
    await host.getByLabel("Show it in the list").uncheck();
    await at(host, "make-lobby").click();
    await at(host, "preview").waitFor();
    const code = ((await at(host, "lobby-code").textContent()) ?? "").trim();
    const { json } = {
      json: (await (await fetch(`${app.url}/api/lobbies/${code}`)).json()) as Record<string, unknown>,
    };
    const { title, count, seconds, answerTime, startRule, public: isPublic } = json;
    assert.deepEqual(
      { title, count, seconds, answerTime, startRule, isPublic },
      {
        title: "Quiz night",
        count: 3,
        seconds: 10,
        answerTime: 2,
        startRule: "anyone",
        isPublic: false,
      },
    );
    await guest.goto(`${app.url}/l/${code}`);
    await signIn(guest, "Gus");
    await at(guest, "lobby-notes").getByText("twice as long").waitFor();
  });

  it("invites by a code that fills the screen, and by the link", async () => {
    await at(host, "invite").click();
    await at(host, "invite-dialog").locator(".qr").waitFor();
    await assertFine(host);
    await screenshot(host, "hosting-invite-320");
    assert.match(await host.getByLabel("Link", { exact: true }).inputValue(), /\/l\/[2-9A-HJKMNP-Z]{5}$/);
    await at(host, "qr-full").click();
    await host.waitForFunction(() => document.fullscreenElement?.querySelector(".qr") !== null);
    await host.evaluate(() => document.exitFullscreen());
    await host.getByRole("button", { name: "Close" }).click();
  });

  it("runs the lobby by the keyboard: door, bots, people and the next game", async () => {
    await host.keyboard.press("Alt+h");
    await at(host, "host-dialog").getByText("Gus").waitFor();
    await assertFine(host);
    await screenshot(host, "hosting-controls-320");
    await at(host, "host-lock").press("Space");
    await host.waitForFunction(() => document.querySelector<HTMLInputElement>("[data-testid=host-lock]")?.checked);
    await at(host, "host-slow").selectOption({ label: "one line in 10 s" });
    await at(host, "host-add-bot").press("Enter");
    await at(host, "host-dialog").locator(".guests li").nth(2).waitFor();
    await host.getByRole("button", { name: /Mute Gus/ }).press("Enter");
    await at(host, "pick-mute").waitFor();
    await host.keyboard.press("Escape");
    await at(host, "target-menu").waitFor({ state: "detached" });
    assert.equal(await at(host, "host-dialog").count(), 0);
  });

  it("shows the host the questions, to be changed and dropped, and tells everybody", async () => {
    await at(host, "preview").click();
    await at(host, "preview-dialog").getByText("don’t play in it").waitFor();
    await at(host, "preview-yes").click();
    await at(host, "looked").nth(2).waitFor();
    await assertFine(host);
    await screenshot(host, "hosting-questions-320");
    await at(host, "edit-looked").first().click();
    await host.getByLabel("Question", { exact: true }).fill("Which of <b>these</b> is it?");
    await host.keyboard.press("Escape");
    await host.getByText("Really drop it?").waitFor();
    assert.deepEqual(await axeFindings(host), []);
    await at(host, "save-looked").click();
    await at(host, "looked").first().getByText("Which of <b>these</b> is it?").waitFor();
    await at(host, "drop-looked").last().click();
    await at(host, "drop-looked").last().click();
    await at(host, "looked-count").getByText("2 questions").waitFor();
    await at(host, "keep-as-pack").click();
    await at(host, "kept-pack").waitFor();
    await at(host, "preview-dialog").getByRole("button", { name: "Done" }).click();
    await at(guest, "lobby-notes").getByText("Hanna has seen these questions").waitFor();
    assert.equal(await at(guest, "preview").count(), 0);
    await assertFine(guest);
    await screenshot(guest, "hosting-seen-phone");
  });

  it("pauses, skips and stops by keys, while the guest plays for twice the time", async () => {
    await at(guest, "start-game").click();
    await inPhase(host, "question");
    await host.keyboard.press("Alt+p");
    await guest.getByText("Paused", { exact: true }).waitFor();
    assert.equal(await at(host, "prompt").textContent(), "Which of <b>these</b> is it?");
    assert.equal(await at(host, "choice-0").getAttribute("aria-disabled"), "true");
    const left = await guest.getByRole("timer").textContent();
    assert.match(left ?? "", /\b(?:20|19|18)\b/);
    await assertFine(host);
    await screenshot(host, "hosting-paused-320");
    await host.keyboard.press("Alt+p");
    await at(guest, "choice-0").tap();
    await inPhase(host, "reveal");
    // A phase may also be over by itself before the key is pressed.
    for (let phase = "reveal"; phase !== "podium";) {
      await host.keyboard.press("Alt+n");
      await host.locator(`[data-testid=game]:not([data-phase=${phase}])`).waitFor();
      phase = (await at(host, "game").getAttribute("data-phase")) ?? "";
    }
    await inPhase(guest, "podium");
  });

  it("has the results as a table and as a file", async () => {
    await at(host, "host-results").waitFor();
    await assertFine(host);
    await screenshot(host, "hosting-results-320");
    const [file] = await Promise.all([host.waitForEvent("download"), at(host, "results-csv").click()]);
    const rows = parse(await readFile(await file.path(), "utf8"), { bom: true }) as readonly (readonly string[])[];
    const text = JSON.stringify(rows);
    assert.ok(text.includes("Gus") && !text.includes("Hanna"), "everybody who played, and nobody else");
    const [tab] = await Promise.all([host.context().waitForEvent("page"), at(host, "host-results").click()]);
    await tab.getByText("Gus").first().waitFor();
    assert.deepEqual(faults.flat(), []);
  });
});
