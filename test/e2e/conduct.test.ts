import assert from "node:assert/strict";
import type { Browser, Page } from "playwright-core";
import { buildPortal } from "../../web/build.ts";
import { adminPassword, startApp, type TestApp } from "../support/app.ts";
import { axeFindings, desktop, launchBrowser, phone, screenshot, scrollsSideways, visit } from "../support/browser.ts";
import { Clock } from "../support/clock.ts";
import { clientOf } from "../support/people.ts";

const at = (page: Page, id: string) => page.getByTestId(id);
const secondsMs = 1000;

describe("conduct in the browser", function () {
  this.timeout(120_000);
  const clock = new Clock();
  let app: TestApp;
  let browser: Browser;
  let host: Page;
  let pia: Page;
  let code: string;

  const signIn = async (page: Page, name: string): Promise<void> => {
    await at(page, "name-input").fill(name);
    await at(page, "sign-in").click();
  };
  /** Says something so long after the last time that it is neither a flood nor the same burst. */
  const say = async (page: Page, text: string): Promise<void> => {
    clock.advance(6 * secondsMs);
    await at(page, "chat-input").fill(text);
    await page.keyboard.press("Enter");
  };
  const assertFine = async (page: Page): Promise<void> => {
    assert.deepEqual(await axeFindings(page), []);
    assert.equal(await scrollsSideways(page), false);
  };

  before(async () => {
    app = await startApp({ portal: await buildPortal(), now: clock.now });
    browser = await launchBrowser();
    host = (await visit(browser, app.url, desktop)).page;
    await signIn(host, "Hanna");
    await at(host, "new-lobby").locator("input[name=bots]").fill("0");
    await at(host, "make-lobby").click();
    code = ((await at(host, "lobby-code").textContent()) ?? "").trim();
    pia = (await visit(browser, `${app.url}/l/${code}`, phone)).page;
    await signIn(pia, "Pia");
    await at(pia, "chat-input").waitFor();
  });
  after(async () => {
    await browser?.close();
    await app?.close();
  });

  it("a line that the host removes by keyboard vanishes for everybody", async () => {
    await pia.getByRole("button", { name: "Open the chat" }).click();
    await say(host, "Good evening");
    await say(pia, "buy my old bicycle");
    const line = at(host, "chat-line").filter({ hasText: "bicycle" });
    await line.getByRole("button").focus();
    await host.keyboard.press("ArrowUp");
    await host.keyboard.press("ArrowDown");
    await host.keyboard.press("Enter");
    await at(host, "pick-remove-line").waitFor();
    await assertFine(host);
    await screenshot(host, "line-menu-desktop");
    await at(host, "pick-remove-line").press("Enter");
    for (const page of [host, pia]) {
      await at(page, "removed-line").getByText("A line of Pia was removed").waitFor();
      assert.equal(await page.getByText("bicycle").count(), 0);
    }
    assert.equal(await at(host, "chat-input").evaluate((field) => field === document.activeElement), true);
  });

  it("a newcomer's line waits until the host allows it", async () => {
    await at(host, "keeping-order").locator("summary").click();
    await at(host, "order-hold-lines").selectOption("10");
    await at(pia, "house-rules")
      .getByText(/· newcomers wait$/)
      .waitFor();
    await say(pia, "May I say this?");
    await at(pia, "chat-line").filter({ hasText: "Waiting to be looked at" }).waitFor();
    await assertFine(host);
    await screenshot(host, "keeping-order-desktop");
    await at(host, "allow-held").click();
    await at(host, "chat-line").filter({ hasText: "May I say this?" }).waitFor();
    await pia.getByText("Waiting to be looked at").waitFor({ state: "detached" });
    assert.equal(await at(pia, "chat-line").filter({ hasText: "May I say this?" }).count(), 1);
    await at(host, "order-hold-lines").selectOption("0");
    await at(pia, "house-rules")
      .getByText(/· newcomers wait$/)
      .waitFor({ state: "detached" });
  });

  it("who insults is told of each strike, banned everywhere in that browser, and let in again on appeal", async () => {
    const card = at(pia, "put-card");
    await say(pia, "you are an idiot");
    await card.getByText("Strike 1 of 3").waitFor();
    assert.match((await card.textContent()) ?? "", /insult.*2 more strikes/);
    await at(pia, "chat-fault").getByText("can't be said").waitFor();
    await assertFine(pia);
    await screenshot(pia, "strike-phone");

    await say(pia, "what an idiot you are");
    await card.getByText("Strike 2 of 3").waitFor();
    await pia.reload();
    await card.getByText("Strike 2 of 3").waitFor();
    const left = (await at(pia, "left").textContent()) ?? "";
    assert.match(left, /^(?:4:\d\d|5:00)$/);
    await pia.waitForFunction((was) => document.querySelector("[data-testid=left]")?.textContent !== was, left);
    await say(pia, "May I?");
    await at(pia, "chat-fault").getByText("You can't write until").waitFor();

    clock.advance(5 * 60 * secondsMs);
    await say(pia, "you idiot, all of you are idiots");
    await at(pia, "ban-reason").getByText("insult").waitFor();
    await at(pia, "banned").getByText("It was strike 3 of 3").waitFor();
    await at(host, "bans").getByText("Pia").waitFor();
    await pia.reload();
    await at(pia, "ban-until").getByText("The ban holds until").waitFor();
    await assertFine(pia);
    await screenshot(pia, "banned-phone");
    await pia.getByLabel("Was this a mistake?").fill("It was said among friends.");
    await at(pia, "send-appeal").click();
    await pia.locator("[data-testid=appeal-state][data-state=open]").waitFor();

    const tab = await pia.context().newPage();
    await tab.goto(`${app.url}/l/${code}`);
    await at(tab, "ban-until").waitFor();
    await tab.getByRole("link", { name: "All lobbies" }).click();
    await at(tab, "my-record").locator("summary").click();
    await at(tab, "record").getByText("3 strikes count").waitFor();
    await at(tab, "record").getByText("Your appeal waits").waitFor();
    await assertFine(tab);
    await tab.getByRole("button", { name: "Sign out", exact: true }).click();
    await signIn(tab, "Paula");
    await at(tab, "code-input").fill(code);
    await at(tab, "enter").click();
    await at(tab, "banned").getByText("under another name").waitFor();
    await at(tab, "ban-reason").getByText("insult").waitFor();
    await tab.locator("[data-testid=appeal-state][data-state=open]").waitFor();

    await allowAppeal(app);
    await pia.evaluate(() => document.dispatchEvent(new Event("visibilitychange")));
    await at(pia, "cards").getByText("welcome back").waitFor();
    await at(host, "person-menu").click();
    await at(host, "pick-mute").click();
    await host.getByLabel("Why (may be left out)").fill("Enough for now");
    await assertFine(host);
    await at(host, "sure").click();
    await card.getByText("Enough for now").waitFor();
    await at(host, "person-menu").click();
    await at(host, "pick-unmute").click();
    await card.waitFor({ state: "detached" });
    await say(pia, "Thank you");
    await at(host, "chat-line").filter({ hasText: "Thank you" }).waitFor();
  });
});

/** What a moderator does in the dashboard. */
const allowAppeal = async (app: TestApp): Promise<void> => {
  const { token } = await clientOf(app).auth.signInWithEmailAndPassword("admin", adminPassword);
  const { http } = clientOf(app, token);
  const { data } = await http.get("/api/admin/reviews?kind=appeal");
  const [appeal] = (data as { reviews: readonly { id: string; text: string }[] }).reviews;
  assert.equal(appeal?.text, "It was said among friends.");
  await http.post(`/api/admin/reviews/${appeal.id}`, { body: { decision: "allow", why: "friends" } });
};
