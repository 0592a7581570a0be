import assert from "node:assert/strict";
import type { Browser, Page } from "playwright-core";
import { buildPortal } from "../../web/build.ts";
import { adminPassword, startApp, type TestApp } from "../support/app.ts";
import { desktop, launchBrowser, visit } from "../support/browser.ts";
import { clientOf, enter, guest, makeLobby, type Person } from "../support/people.ts";
import type { Seat } from "../support/seat.ts";

/** Each would leave a trace in the page if it were more than text: an element of its name, or a word in `window`. */
const hostile = (place: string): string => `<xss-${place} onclick=hit=1>"'><img src=x onerror=hit=1>`;
const short = (place: string): string => `<xss-${place}>`;
const template = "{{hit=1}} ${hit=1} javascript:hit=1";

const question = (n: number) => ({
  prompt: `${n} ${hostile("prompt")}`,
  choices: [hostile("right"), hostile("wrong"), `<svg onload=hit=1>`, `</button><script>hit=1</script>`],
  key: 0,
  category: hostile("category"),
  explanation: hostile("explanation"),
});

describe("texts that people set", function () {
  this.timeout(120_000);
  let app: TestApp;
  let browser: Browser;
  let mallory: Person;
  let seat: Seat;
  let code: string;
  let pack: string;

  before(async () => {
    app = await startApp({ portal: await buildPortal(), pace: 0.5 });
    browser = await launchBrowser();
    mallory = await guest(app, short("name"));
    const { http } = mallory.client;
    const body = {
      title: hostile("pack"),
      description: hostile("about"),
      visibility: "link",
      questions: [question(1)],
    };
    pack = ((await http.post("/api/packs", { body })).data as { id: string }).id;
    code = await makeLobby(mallory, {
      title: short("title"),
      topic: hostile("topic"),
      prompt: hostile("company"),
      source: "pack",
      pack,
      count: 1,
      seconds: 60,
      bots: 1,
      public: true,
    });
    seat = await enter(mallory, code);
  });
  after(async () => {
    await browser?.close();
    await app?.close();
  });

  /** What is shown must be there as text, and nothing of it as an element or as something that ran. */
  const assertText = async (page: Page, ...places: readonly string[]): Promise<void> => {
    for (const place of places) await page.getByText(`<xss-${place}`).filter({ visible: true }).first().waitFor();
    const found = await page.evaluate(() => ({
      ran: (window as { hit?: unknown }).hit,
      elements: [...document.querySelectorAll("*")]
        .filter(
          ({ localName, attributes }) =>
            localName.startsWith("xss-") ||
            [...attributes].some(({ name, value }) => name.startsWith("on") || /^\s*javascript:/i.test(value)),
        )
        .map(({ outerHTML }) => outerHTML),
      scripts: [...document.scripts].filter(({ src }) => new URL(src || "x:").origin !== location.origin).length,
    }));
    assert.deepEqual(found, { ran: undefined, elements: [], scripts: 0 });
  };

  it("are shown as texts wherever they are shown, and nothing of them runs", async () => {
    const { page, errors } = await visit(browser, app.url, desktop);
    await page.getByTestId("name-input").fill(short("viewer"));
    await page.keyboard.press("Enter");
    await assertText(page, "viewer", "title", "topic");
    await page.goto(`${app.url}/l/${code}`);
    await assertText(page, "name", "title", "company");
    await seat.ask("chat", { text: hostile("chat") });
    await assertText(page, "chat");
    await page.getByTestId("chat-input").fill(template);
    await page.keyboard.press("Enter");
    await page.getByTestId("chat-log").getByText(template).waitFor();
    await page.keyboard.press("Escape");

    await seat.sees("the questions", ({ status }) => status === "ready");
    await seat.ask("start", {});
    await seat.ask("skip", {});
    await page.waitForSelector("[data-testid=game][data-phase=question]");
    await assertText(page, "prompt", "right", "wrong", "category");
    await page.getByText("</button><script>hit=1</script>").waitFor();
    await page.getByTestId("choice-0").click();
    await seat.ask("answer", { question: seat.state.game.question.id, choice: 1 });
    await seat.sees("the reveal", ({ game }) => game.phase === "reveal", 60_000);
    await seat.ask("pause", {});
    const viewer = [...seat.state.players.values()].find(({ name }) => name === short("viewer"))?.id ?? "";
    await seat.ask("report", { player: viewer, reason: hostile("report") });
    await assertText(page, "explanation");
    await seat.ask("resume", {});
    await seat.ask("skip", {});
    await page.getByTestId("podium").waitFor();
    await assertText(page, "name", "viewer");
    const game = seat.state.game.id;
    await seat.ask("suggest", { topic: hostile("offer") });
    await assertText(page, "offer");

    const screen = await page.context().newPage();
    await screen.goto(`${app.url}/screen/${code}`);
    await assertText(screen, "title", "name");
    await page.goto(`${app.url}/g/${game}`);
    await assertText(page, "prompt", "right", "name");
    await page.goto(`${app.url}/p/${mallory.id}`);
    await assertText(page, "name");
    await page.goto(`${app.url}/boards`);
    await assertText(page, "name");
    await page.goto(`${app.url}/packs/${pack}`);
    await assertText(page, "pack", "about", "prompt", "right");

    await page.evaluate(() => localStorage.clear());
    const { token } = await clientOf(app).auth.signInWithEmailAndPassword("admin", adminPassword);
    await page.evaluate((kept) => localStorage.setItem("colyseus-auth-token", kept), token);
    await page.goto(`${app.url}/admin/queue`);
    await assertText(page, "report");
    await page.goto(`${app.url}/admin/lobbies/${code}`);
    await assertText(page, "title", "chat");
    assert.deepEqual(errors, []);
  });
});
