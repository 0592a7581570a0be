import { writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import type { Browser, Page } from "playwright-core";
import { buildPortal } from "../web/build.ts";
import { startApp } from "./support/app.ts";
import { launchBrowser, type Visitor } from "./support/browser.ts";
import { sourceOf } from "./support/marked.ts";
import { modeQuestions } from "./support/mode-questions.ts";
import { lineIn, plays } from "./support/mode-plays.ts";
import { at, leave, setTimings, sitDown, twoPeople } from "./support/mode-table.ts";
import { palettePng } from "./support/palette-png.ts";

/**
 * Makes the pictures of the modes in `docs/images` anew, or those of the modes that are named, by playing each:
 * `node test/pictures.ts [MODE…]`. Look at them before you commit them.
 */
const folder = fileURLToPath(new URL("../docs/images/", import.meta.url));

const desk = { width: 1280, height: 800 } as const;
const phone = { width: 370, height: 800 } as const;
const edge = 18;

type Pages = readonly [Page, Page];

/** What shows best what a mode is: a phase, and what is waited for or done in it first. */
type Moment = { readonly phase: string; readonly nth?: number; readonly first?: (pages: Pages) => Promise<void> };

/** In some rounds no bot takes part: then it is made again. */
const talk: Moment["first"] = async ([host, guest]) => {
  const said = at(host, "alias-log").locator("li:not(.waits)");
  const lines = [
    [host, "that is easy, ask me a harder one"],
    [guest, "speak for yourself"],
    [host, "who here is a robot, hands up"],
    [guest, "beep. no, wait"],
  ] as const;
  for (const [page, text] of lines) {
    await lineIn(page, text);
    await said.filter({ hasText: text }).waitFor();
  }
  await said.nth(lines.length + 1).waitFor({ timeout: 60_000 });
};

const sides: Moment["first"] = async (pages) => {
  for (const [index, page] of pages.entries()) {
    const form = page.locator(".team-talk form");
    await form
      .getByRole("textbox")
      .fill(index === 0 ? "The one with the slow spin, I think" : "Not Mars, that much I know");
    await form.getByRole("button").click();
    await page.locator(".team-talk li").first().waitFor();
  }
};

const moments: Readonly<Record<string, Moment>> = {
  quiz: { phase: "reveal" },
  teams: { phase: "question", first: sides },
  survival: { phase: "question", nth: 2 },
  race: { phase: "buzzing" },
  bluff: { phase: "unmask", first: ([host]) => host.locator(".bluff-option.truth").waitFor() },
  "find-the-bot": { phase: "talking", first: talk },
  story: { phase: "choosing" },
  "higher-or-lower": { phase: "guessing" },
};

const chat = async ([host, guest]: Pages): Promise<void> => {
  const say = async (page: Page, text: string) => {
    await at(page, "chat-input").fill(text);
    await page.keyboard.press("Enter");
  };
  await say(host, "Everybody in? Off we go!");
  await say(guest, "Ready. No mercy for the bots.");
  await at(host, "chat-log").getByText("No mercy").waitFor();
};

/** Both pages side by side, in few colours. */
const compose = async (browser: Browser, pages: Pages): Promise<Buffer> => {
  const shots = await Promise.all(pages.map(async (page) => (await page.screenshot()).toString("base64")));
  const [width, height] = [desk.width + phone.width + 3 * edge, desk.height + 2 * edge];
  const sheet = await browser.newPage({ viewport: { width, height } });
  await sheet.setContent(`<style>
    body { display: flex; gap: ${edge}px; margin: 0; padding: ${edge}px; background: #d9dcea }
    img { border-radius: 12px }
  </style>${shots.map((shot) => `<img src="data:image/png;base64,${shot}">`).join("")}`);
  const whole = (await sheet.screenshot()).toString("base64");
  const pixels = await sheet.evaluate(async (shot) => {
    const bitmap = await createImageBitmap(await (await fetch(`data:image/png;base64,${shot}`)).blob());
    const canvas = new OffscreenCanvas(bitmap.width, bitmap.height).getContext("2d");
    canvas?.drawImage(bitmap, 0, 0);
    const data = canvas?.getImageData(0, 0, bitmap.width, bitmap.height).data ?? new Uint8ClampedArray();
    const parts: string[] = [];
    for (let start = 0; start < data.length; start += 30_000)
      parts.push(String.fromCharCode(...data.subarray(start, start + 30_000)));
    return btoa(parts.join(""));
  }, whole);
  await sheet.close();
  return palettePng(width, height, Buffer.from(pixels, "base64"));
};

const picture = async (browser: Browser, people: readonly Visitor[], mode: string): Promise<void> => {
  const [play, moment] = [plays[mode], moments[mode]];
  if (play === undefined || moment === undefined) throw new Error(`nobody knows how ${mode} is played`);
  const pages = people.map(({ page }) => page) as [Page, Page];
  let [hasBegun, times] = [false, 0];
  const table = await sitDown(pages, mode, play, async (phase) => {
    if (!hasBegun) await chat(pages);
    hasBegun = true;
    if (phase !== moment.phase) return;
    times++;
    if (times !== (moment.nth ?? 1)) return;
    await moment.first?.(pages);
    const png = await compose(browser, pages);
    await writeFile(`${folder}${mode}.png`, png);
    console.log(`${mode}.png, ${Math.ceil(png.length / 1024)} kB`);
  });
  await play.play(table);
  await table.goesOnTo("podium");
  await leave(pages);
};

const app = await startApp({ portal: await buildPortal(), pace: 0.15, source: sourceOf(() => modeQuestions) });
setTimings(app, { countdown: 6000, reveal: 6000, scores: 6000 });
const browser = await launchBrowser();
try {
  const people = await twoPeople(browser, app);
  await people[0]?.page.setViewportSize(desk);
  await people[1]?.page.setViewportSize(phone);
  const named = process.argv.slice(2);
  for (const mode of named.length > 0 ? named : Object.keys(moments)) await picture(browser, people, mode);
} finally {
  await browser.close();
  await app.close();
}
process.exit();
