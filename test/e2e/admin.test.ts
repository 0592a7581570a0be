import assert from "node:assert/strict";
import type { Browser, Page } from "playwright-core";
import { z } from "zod";
import { serverSettingsFormat } from "../../src/protocol/admin.ts";
import { closeCodes } from "../../src/protocol/close-codes.ts";
import { settingFields } from "../../web/src/admin/settings/fields.ts";
import { buildPortal } from "../../web/build.ts";
import { adminPassword, startApp, type TestApp } from "../support/app.ts";
import { axeFindings, desktop, launchBrowser, phone, screenshot, scrollsSideways, visit } from "../support/browser.ts";
import { Clock } from "../support/clock.ts";
import { call } from "../support/http.ts";
import { enter, guest, makeLobby, refusalOf } from "../support/people.ts";

const at = (page: Page, id: string) => page.getByTestId(id);
const signIn = async (page: Page): Promise<void> => {
  await at(page, "sign-in-email").fill("admin");
  await at(page, "sign-in-password").fill(adminPassword);
  await at(page, "email-sign-in").click();
  await at(page, "live").getByText("live", { exact: true }).waitFor();
};
const matter = (page: Page, text: string) => at(page, "matter").filter({ hasText: text });

describe("the dashboard in the browser", function () {
  this.timeout(120_000);
  const clock = new Clock();
  let app: TestApp;
  let browser: Browser;

  before(async () => {
    app = await startApp({ portal: await buildPortal(), now: clock.now });
    browser = await launchBrowser();
  });
  after(async () => {
    await browser?.close();
    await app?.close();
  });

  it("removes a reported line, bans its author, shows both in the log, and lets them in again after an appeal", async () => {
    const [ann, tom] = [await guest(app, "Ann"), await guest(app, "Tom")];
    const code = await makeLobby(ann, { title: "Evening round" });
    const [hers, his] = [await enter(ann, code), await enter(tom, code)];
    const text = "My aunt carves wooden spoons, <b>three</b> a day";
    await his.say(text);
    const { id } = await hers.hears("chat", (line) => line.text === text);

    const { page, context, errors } = await visit(browser, `${app.url}/admin`, desktop);
    await signIn(page);
    await at(page, "lobbies").getByText("Evening round").waitFor();
    await page.keyboard.press("g");
    await page.keyboard.press("q");
    await at(page, "nothing").waitFor();
    await hers.ask("report", { message: id, reason: "off topic" });
    await matter(page, text).waitFor();
    await page.getByText("“off topic”").waitFor();
    assert.deepEqual(await axeFindings(page), []);
    await screenshot(page, "admin-queue-desktop");

    await page.keyboard.press("d");
    await at(page, "with-ban").check();
    await at(page, "reason").fill("Spoons again");
    assert.deepEqual(await axeFindings(page), []);
    const since = Date.now();
    await at(page, "sure").click();
    await hers.hears("chat_removed", (gone) => gone.id === id);
    assert.equal(await his.closes(), closeCodes.banned);
    assert.ok(Date.now() - since < 3000, `seen after ${Date.now() - since} ms`);
    assert.equal(await refusalOf(enter(tom, code)), "banned");
    await at(page, "nothing").waitFor();

    await page.keyboard.press("g");
    await page.keyboard.press("a");
    await page.locator("[data-action='review.deny']").getByText("Spoons again").waitFor();
    await page.locator("[data-action='person.ban']").getByRole("button").click();
    await page.locator("ins").getByText("server", { exact: true }).waitFor();
    await at(page, "verify").click();
    await at(page, "verified").getByText("every digest").waitFor();
    assert.deepEqual(await axeFindings(page), []);

    const mine = await call(app, "GET", "/api/me/sanctions", { token: tom.token });
    const [ban] = mine.json["sanctions"] as readonly { readonly id: string }[];
    const appeal = { token: tom.token, body: { text: "They were a joke about the question." } };
    assert.equal((await call(app, "POST", `/api/me/sanctions/${ban?.id}/appeal`, appeal)).status, 200);
    await at(page, "to-queue").click();
    await matter(page, "They were a joke").waitFor();
    await at(page, "allow").click();
    await at(page, "sure").click();
    await at(page, "said").getByText("Allow the appeal", { exact: false }).waitFor();
    const again = await enter(tom, code);
    assert.equal(again.closedWith, 0);
    await again.say("Back again");

    await at(page, "to-lobbies").click();
    await at(page, "look").click();
    await at(page, "look-chat").getByText("Back again").waitFor();
    // Nobody types that fast.
    clock.advance(1000);
    await again.say("Live from the lobby");
    await at(page, "look-chat").getByText("Live from the lobby").waitFor();
    assert.deepEqual(await axeFindings(page), []);
    await at(page, "announce").click();
    await at(page, "announcement").fill("The server rests at ten.");
    await at(page, "sure").click();
    await again.hears("notice", (notice) => notice.text === "The server rests at ten.");
    await at(page, "close-lobby").click();
    await at(page, "sure").click();
    await page.getByText("Write down why").waitFor();
    await at(page, "reason").fill("It is late");
    await page.keyboard.press("Control+Enter");
    assert.deepEqual(await Promise.all([hers.closes(), again.closes()]), [
      closeCodes.lobbyDeleted,
      closeCodes.lobbyDeleted,
    ]);
    await at(page, "gone").waitFor();
    assert.deepEqual(errors, []);
    await context.close();
  });

  it("shows every section without a finding of axe, and within a narrow page", async () => {
    const { page, context, errors } = await visit(browser, `${app.url}/admin`, { ...phone, width: 360 });
    await signIn(page);
    for (const section of ["lobbies", "people", "audit", "questions", "use", "health", "settings", "queue"]) {
      await at(page, `to-${section}`).click();
      await page.locator(`[data-section=${section}] h1`).waitFor();
      await page.getByText("Looking").waitFor({ state: "detached" });
      assert.deepEqual(await axeFindings(page), [], section);
      assert.equal(await scrollsSideways(page), false, section);
    }
    await at(page, "to-settings").click();
    await at(page, "setting-strikeDays").fill("9");
    await at(page, "setting-allowedHosts").fill("en.wikipedia.org  example.org");
    await at(page, "settings-why").fill("A milder summer");
    await at(page, "save-settings").click();
    await at(page, "settings-state").getByText("Saved").waitFor();
    const { strikeDays, allowedHosts } = app.services.settings.current();
    assert.deepEqual([strikeDays, allowedHosts], [9, ["en.wikipedia.org", "example.org"]]);
    await at(page, "to-audit").click();
    await page.locator("[data-action='settings.change']").getByText("A milder summer").waitFor();
    assert.deepEqual(errors, []);
    await context.close();
  });

  it("is not for players, who fetch none of it", async () => {
    const { page, context } = await visit(browser, app.url, desktop);
    const fetched: string[] = [];
    page.on("request", (request) => fetched.push(request.url()));
    await page.reload();
    await at(page, "name-input").fill("Nosy");
    await at(page, "sign-in").click();
    await at(page, "new-lobby").waitFor();
    assert.deepEqual(
      fetched.filter((url) => url.includes("admin")),
      [],
    );
    await page.goto(`${app.url}/admin/settings`);
    await at(page, "not-for-you").waitFor();
    assert.deepEqual(await axeFindings(page), []);
    assert.equal(fetched.filter((url) => url.includes("/api/admin")).length, 0);
    await context.close();
  });

  it("asks for settings within the bounds that the server keeps", () => {
    const { properties } = z.toJSONSchema(serverSettingsFormat) as unknown as {
      properties: Record<string, { minimum?: number; maximum?: number; enum?: readonly string[] }>;
    };
    for (const [name, field] of Object.entries(settingFields)) {
      const { minimum, maximum, enum: words } = properties[name] ?? {};
      if (field.as === "number") assert.deepEqual([field.least, field.most], [minimum, maximum], name);
      if (field.as === "choice") assert.deepEqual(field.of, words, name);
    }
  });
});
