import assert from "node:assert/strict";
import { cp, mkdtemp, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { buildPortal } from "../../web/build.ts";
import { startApp, type TestApp } from "../support/app.ts";
import { axeFindings, launchBrowser, phone, screenshot, scrollsSideways, visit } from "../support/browser.ts";

type Manifest = {
  readonly icons: readonly { readonly src: string; readonly sizes: string; readonly purpose: string }[];
};

/** The same portal as another build would be: other names for all scripts, another service worker, and a mark. */
const rebuiltIn = async (directory: string, built: string): Promise<void> => {
  await cp(built, directory, { recursive: true });
  const assets = join(directory, "assets");
  const all = await readdir(assets);
  for (const name of all.filter((one) => /\.(?:br|gz)$/.test(one))) await rm(join(assets, name));
  const scripts = all.filter((one) => one.endsWith(".js"));
  const renamed = (name: string): string => name.replace(/\.js$/, "-rebuilt.js");
  for (const path of [...scripts.map((name) => join("assets", name)), "index.html", "offline.html", "sw.js"]) {
    let text = await readFile(join(directory, path), "utf8");
    for (const name of scripts) text = text.replaceAll(name, renamed(name));
    if (path === "sw.js") text = text.replace(/parlor-[0-9a-f]{12}/, "parlor-rebuilt");
    if (path.includes("main-")) text += `;document.documentElement.dataset.build = "rebuilt";`;
    await writeFile(join(directory, path), text);
  }
  for (const name of scripts) await rename(join(assets, name), join(assets, renamed(name)));
};

const cachedIn = (page: Page): Promise<Record<string, string[]>> =>
  page.evaluate(async () => {
    const found: Record<string, string[]> = {};
    for (const name of await caches.keys())
      found[name] = (await (await caches.open(name)).keys()).map(({ url }) => new URL(url).pathname);
    return found;
  });

/** Until a worker answers for the page, and has filled its cache. */
const controlled = (page: Page): Promise<unknown> =>
  page.evaluate(async () => {
    await navigator.serviceWorker.ready;
    if (navigator.serviceWorker.controller === null)
      await new Promise((resolve) => navigator.serviceWorker.addEventListener("controllerchange", resolve));
  });

/** Nobody looks at the page, until the worker that waited has taken over. */
const unseen = (page: Page): Promise<unknown> =>
  page.evaluate(async () => {
    const changed = new Promise((resolve) => navigator.serviceWorker.addEventListener("controllerchange", resolve));
    Object.defineProperty(document, "visibilityState", { value: "hidden" });
    // Again and again: the page may just have been loaded, and not be listening yet.
    const timer = setInterval(() => document.dispatchEvent(new Event("visibilitychange")), 50);
    await changed;
    clearInterval(timer);
  });

describe("the installable app", function () {
  this.timeout(120_000);
  let built: string;
  let rebuilt: string;
  let app: TestApp;
  let browser: Browser;

  before(async () => {
    built = await buildPortal();
    rebuilt = await mkdtemp(join(tmpdir(), "parlor-rebuilt-"));
    await rebuiltIn(rebuilt, built);
    app = await startApp({ portal: built });
    browser = await launchBrowser();
  });
  after(async () => {
    await browser?.close();
    await app?.close();
    await rm(rebuilt, { recursive: true, force: true });
  });

  const startAgain = async (portal: string): Promise<void> => {
    app = await startApp({ portal, environment: { PORT: new URL(app.url).port } });
  };

  it("can be installed, keeps its own files alone, says in words that it is offline, and takes up a new build", async () => {
    const { page, context, errors } = await visit(browser, app.url, phone);
    await controlled(page);

    const devtools = await context.newCDPSession(page);
    const { installabilityErrors } = await devtools.send("Page.getInstallabilityErrors");
    // The one complaint is of the browser's own window, which keeps nothing.
    assert.deepEqual(
      installabilityErrors.filter(({ errorId }) => errorId !== "in-incognito"),
      [],
    );
    const told = await devtools.send("Page.getAppManifest");
    assert.deepEqual(told.errors, []);
    const { icons } = JSON.parse(told.data ?? "") as Manifest;
    assert.deepEqual([...new Set(icons.map(({ purpose }) => purpose))].toSorted(), ["any", "maskable"]);
    const widths = await page.evaluate(
      (sources) =>
        Promise.all(
          sources.map(async (src) => {
            const image = new Image();
            image.src = src;
            await image.decode();
            return `${image.naturalWidth}x${image.naturalHeight}`;
          }),
        ),
      icons.filter(({ sizes }) => sizes !== "any").map(({ src }) => src),
    );
    assert.deepEqual(
      widths,
      icons.flatMap(({ sizes }) => (sizes === "any" ? [] : [sizes])),
    );

    await page.getByTestId("name-input").fill("Ina");
    await page.getByTestId("sign-in").click();
    await page.getByTestId("leaderboard").waitFor();
    const [[name, kept]] = Object.entries(await cachedIn(page)) as [[string, string[]]];
    assert.match(name, /^parlor-[0-9a-f]{12}$/);
    assert.ok(kept.some((path) => path.startsWith("/assets/main-")));
    assert.ok(kept.some((path) => path.startsWith("/assets/boards-page-")));
    const others = kept.filter((path) => !path.startsWith("/assets/")).toSorted();
    assert.deepEqual(others, ["/", "/favicon.svg", "/offline.html"]);
    assert.doesNotMatch(kept.join(" "), /admin/);

    await app.close();
    await startAgain(rebuilt);
    await page.evaluate(async () => (await navigator.serviceWorker.ready).update());
    await page.waitForFunction(async () => (await navigator.serviceWorker.ready).waiting?.state === "installed");
    // The open page is of the build before, whose scripts the server no longer has.
    await page.getByTestId("name-input").or(page.getByTestId("new-lobby")).first().waitFor();
    await page.evaluate(() => history.pushState(null, "", "/boards"));
    await page.evaluate(() => dispatchEvent(new PopStateEvent("popstate")));
    await page.getByTestId("board-all").waitFor();
    assert.equal(await page.locator("html[data-build]").count(), 0);
    await page.reload();
    await page.waitForSelector("html[data-build=rebuilt]");
    await unseen(page);
    assert.deepEqual(Object.keys(await cachedIn(page)), [name, "parlor-rebuilt"]);

    await app.close();
    for (const path of ["/admin", "/api/leaderboard"]) {
      await assert.rejects(page.goto(`${app.url}${path}`), /ERR_CONNECTION_REFUSED/, path);
      // The browser's own page comes a little later, and must not come into the way of the next.
      await page.waitForURL("chrome-error://chromewebdata/");
      await page.goto("about:blank");
    }
    await page.goto(`${app.url}/l/ABCDE`);
    await page.getByRole("heading", { name: "There is no connection" }).waitFor();
    await page.getByText("The server does not answer just now.").waitFor();
    await page.getByRole("button", { name: "Try again" }).click();
    await page.getByText("Still no connection.").waitFor();
    assert.deepEqual(await axeFindings(page), []);
    assert.equal(await scrollsSideways(page), false);
    await screenshot(page, "offline-phone");

    await startAgain(rebuilt);
    await page.waitForSelector("html[data-build=rebuilt]", { timeout: 60_000 });
    assert.equal(new URL(page.url()).pathname, "/l/ABCDE", "what was asked for is shown once it can be");
    assert.deepEqual(
      errors.filter((error) => !/ERR_CONNECTION_REFUSED|WebSocket|status of/.test(error)),
      [],
    );
    await context.close();
  });
});
