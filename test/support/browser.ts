import { mkdir, readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { type Browser, type BrowserContext, chromium, type Page } from "playwright-core";
import { findChromium } from "./chromium.ts";

/** Where screenshots are kept, for people to look at. */
const artefacts = fileURLToPath(new URL("../../test-artifacts/", import.meta.url));
const axePath = createRequire(import.meta.url).resolve("axe-core/axe.min.js");

let launched: Promise<Browser> | undefined;

/** The one browser of this process, with which it goes. Closing it closes what is open in it. */
export const launchBrowser = async (): Promise<Browser> => {
  if ((await launched)?.isConnected() !== true) launched = launch();
  return launched as Promise<Browser>;
};

const launch = async (): Promise<Browser> => {
  const browser = await chromium.launch({
    executablePath: findChromium(),
    args: ["--no-sandbox", "--disable-gpu"],
  });
  return Object.assign(browser, {
    close: async () => void (await Promise.all(browser.contexts().map((context) => context.close()))),
  });
};

export const phone = { width: 390, height: 844 } as const;
export const desktop = { width: 1280, height: 800 } as const;

export type Visitor = {
  readonly page: Page;
  readonly context: BrowserContext;
  /** What the page threw or logged as an error: must stay empty. */
  readonly errors: readonly string[];
};

/** A person at a browser of their own, with nothing remembered. */
export const visit = async (
  browser: Browser,
  url: string,
  viewport: { width: number; height: number },
): Promise<Visitor> => {
  const context = await browser.newContext({ viewport, hasTouch: viewport.width < 600, reducedMotion: "reduce" });
  const page = await context.newPage();
  const errors: string[] = [];
  page.on("pageerror", (error) => errors.push(String(error)));
  page.on("console", (message) => {
    if (message.type() === "error") errors.push(message.text());
  });
  await page.goto(url);
  return { page, context, errors };
};

export const screenshot = async (page: Page, name: string): Promise<void> => {
  await mkdir(artefacts, { recursive: true });
  await page.screenshot({ path: `${artefacts}${name}.png` });
};

const sizes = [
  { width: 320, height: 640 },
  { width: 390, height: 844 },
  { width: 768, height: 1024 },
  { width: 1440, height: 900 },
] as const;

/** The same page as the smallest phone, a phone, a tablet and a desktop show it, light and dark; all must fit. */
export const everySize = async (page: Page, name: string): Promise<readonly string[]> => {
  const before = page.viewportSize();
  const tooWide: string[] = [];
  for (const size of sizes) {
    await page.setViewportSize(size);
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme });
      await screenshot(page, `${name}-${size.width}-${colorScheme}`);
    }
    if (await scrollsSideways(page)) tooWide.push(`${name} at ${size.width}`);
  }
  await page.emulateMedia({ colorScheme: null });
  if (before !== null) await page.setViewportSize(before);
  return tooWide;
};

type AxeResult = {
  readonly violations: readonly { readonly id: string; readonly nodes: readonly { readonly html: string }[] }[];
};

/** What axe finds against WCAG 2.2 AA, one line a finding. */
export const axeFindings = async (page: Page): Promise<readonly string[]> => {
  // Through the debugger, because the page's own policy lets no foreign script in.
  if (await page.evaluate("typeof axe === 'undefined'")) await page.evaluate(await readFile(axePath, "utf8"));
  const result = (await page.evaluate(
    `axe.run(document, { runOnly: ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"] })`,
  )) as AxeResult;
  return result.violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`));
};

/** Whether something sticks out to the side. */
export const scrollsSideways = (page: Page): Promise<boolean> =>
  page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth + 1);
