import { stat } from "node:fs/promises";
import { join } from "node:path";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { startApp } from "../test/support/app.ts";
import { launchBrowser, phone } from "../test/support/browser.ts";
import { enter, guest, makeLobby } from "../test/support/people.ts";
import { buildPortal } from "../web/build.ts";

/**
 * `npm run bench:web`: what a player's browser fetches on the way through a game, when it first paints on a slow
 * network with a slow processor, and how many frames a second the countdown is drawn with.
 */

/** As Lighthouse has it: 1.6 Mbit/s down, 750 kbit/s up, 150 ms there and back. */
const slow4g = { offline: false, latency: 150, downloadThroughput: 200_000, uploadThroughput: 93_750 } as const;
const cpuSlowdown = 4;
const framesForMs = 4000;
const budget = { scriptKb: 100, paintMs: 1500, framesPerSecond: 60 } as const;

const kb = (bytes: number): string => `${(bytes / 1000).toFixed(1)} kB`;

const portal = await buildPortal();
const app = await startApp({ portal, pace: 1 });
const browser = await launchBrowser();
try {
  await measure(browser);
} finally {
  await browser.close();
  await app.close();
}
// The browser goes with the process, which it would keep otherwise.
process.exit();

async function measure(on: Browser): Promise<void> {
  const host = await guest(app, "Hanna");
  const code = await makeLobby(host, { topic: "space", count: 1, seconds: 30, bots: 1 });
  const seat = await enter(host, code);
  const context = await on.newContext({ viewport: phone, hasTouch: true, isMobile: true });
  const page = await context.newPage();
  const fetched = new Set<string>();
  page.on("request", (request) => fetched.add(new URL(request.url()).pathname));
  const steps: (readonly [string, number])[] = [];
  const step = async (name: string): Promise<void> => {
    steps.push([name, await bytesOf([...fetched], ".js")]);
  };

  const paint = await firstPaint(context, page, `${app.url}/l/${code}`);
  await step("the door of a lobby");
  await page.getByTestId("name-input").fill("Pia");
  await page.getByTestId("sign-in").tap();
  await page.getByTestId("players").getByText("Hanna").waitFor();
  await step("in the lobby");
  await seat.sees("the questions", ({ status }) => status === "ready");
  await seat.ask("start", {});
  await page.waitForSelector("[data-phase=question]");
  const frames = await framesOf(page);
  await step("at a question");
  await seat.ask("skip", {});
  await page.getByTestId("podium").waitFor();
  await page.waitForLoadState("networkidle");
  await step("at the podium");

  console.log("script fetched until (brotli)");
  for (const [name, bytes] of steps) print(name, kb(bytes), `${budget.scriptKb} kB`);
  console.log("\nstyle sheets");
  print("all", kb(await bytesOf([...fetched], ".css")), "");
  console.log(`\nslow 4G, a processor ${cpuSlowdown} times slower`);
  print("first contentful paint", `${Math.round(paint)} ms`, `${budget.paintMs} ms`);
  print("frames of the countdown", `${frames.perSecond.toFixed(1)}/s`, `${budget.framesPerSecond}/s`);
  print("longest frame", `${frames.longestMs.toFixed(1)} ms`, "");
}

function print(what: string, measured: string, wanted: string): void {
  console.log(`  ${what.padEnd(26)}${measured.padStart(10)}${wanted === "" ? "" : `   budget ${wanted}`}`);
}

/** What the files of a kind come to, as they are kept for browsers that understand brotli. */
async function bytesOf(paths: readonly string[], ending: string): Promise<number> {
  const files = paths.filter((path) => path.startsWith("/assets/") && path.endsWith(ending));
  const sizes = await Promise.all(files.map(async (path) => (await stat(join(portal, `${path}.br`))).size));
  return sizes.reduce((sum, size) => sum + size, 0);
}

/** From the first request until something can be seen, with nothing kept from before. */
async function firstPaint(context: BrowserContext, page: Page, url: string): Promise<number> {
  const devtools = await context.newCDPSession(page);
  await devtools.send("Network.enable");
  await devtools.send("Network.emulateNetworkConditions", slow4g);
  await devtools.send("Emulation.setCPUThrottlingRate", { rate: cpuSlowdown });
  await page.goto(url);
  await page.getByTestId("name-input").waitFor();
  const paint = await page.evaluate(() => performance.getEntriesByName("first-contentful-paint")[0]?.startTime);
  return paint ?? Number.NaN;
}

type Frames = { readonly perSecond: number; readonly longestMs: number };

async function framesOf(page: Page): Promise<Frames> {
  const times = await page.evaluate(
    (forMs) =>
      new Promise<readonly number[]>((resolve) => {
        const seen: number[] = [];
        const frame = (now: number): void => {
          seen.push(now);
          if (now - (seen[0] ?? now) < forMs) requestAnimationFrame(frame);
          else resolve(seen);
        };
        requestAnimationFrame(frame);
      }),
    framesForMs,
  );
  const gaps = times.slice(1).map((time, index) => time - (times[index] ?? time));
  const total = gaps.reduce((sum, gap) => sum + gap, 0);
  return { perSecond: (gaps.length / total) * 1000, longestMs: Math.max(...gaps) };
}
