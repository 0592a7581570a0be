import type { Browser, Locator, Page } from "playwright-core";
import type { Timings } from "../../src/core/game.ts";
import type { TestApp } from "./app.ts";
import { phone as phoneSize, type Visitor, visit } from "./browser.ts";
import type { Play } from "./mode-plays.ts";

/** As long as a busy machine may take for something that comes by itself. */
const patienceMs = 25_000;
/** Bots that do something have done it by then, at the pace of the tests. */
const botsMs = 4000;

const deskSize = { width: 1440, height: 900 } as const;

export const at = (page: Page, id: string): Locator => page.getByTestId(id);

/** Two people who play together, one at a desk who made the lobby, one with a phone. */
export type Table = {
  readonly desk: Page;
  readonly phone: Page;
  /** Waits until both see one of these phases, has it looked at, and tells which one it is. */
  readonly sees: (...phases: readonly string[]) => Promise<string>;
  /** Both have done all there is to do; where a bot does nothing, who made the lobby ends the phase. */
  readonly isDone: (phase: string) => Promise<void>;
  /** Who made the lobby ends a phase in which nothing is to be done. */
  readonly ends: (phase: string) => Promise<void>;
  /** Who made the lobby ends all that comes before one of these phases. */
  readonly goesOnTo: (...phases: readonly string[]) => Promise<string>;
};

/** What is done about a phase that both see. */
export type Look = (phase: string) => Promise<void>;

const selectorOf = (phases: readonly string[]): string =>
  `[data-testid=game]:is(${phases.map((phase) => `[data-phase="${phase}"]`).join(",")})`;

const anyPhase = '[data-testid=game]:not([data-phase=""])';

const tableOf = (desk: Page, phone: Page, look: Look): Table => {
  const otherThan = (phase: string, timeout: number) =>
    desk.waitForSelector(`[data-testid=game]:not([data-phase="${phase}"])`, { timeout });
  const phaseAtDesk = async (selector: string): Promise<string> => {
    const shown = await desk.waitForSelector(selector, { timeout: patienceMs });
    return (await shown.getAttribute("data-phase")) ?? "";
  };
  const bothIn = async (phase: string, phases: readonly string[]): Promise<string> => {
    await phone.waitForSelector(selectorOf(phases), { timeout: patienceMs });
    await look(phase);
    return phase;
  };
  const ends = async (phase: string): Promise<void> => {
    await desk.getByRole("button", { name: "Skip" }).click();
    await otherThan(phase, patienceMs);
  };
  return {
    desk,
    phone,
    sees: async (...phases) => bothIn(await phaseAtDesk(selectorOf(phases)), phases),
    ends,
    isDone: async (phase) => {
      await otherThan(phase, botsMs).catch(() => ends(phase));
    },
    goesOnTo: async (...phases) => {
      for (;;) {
        const phase = await phaseAtDesk(anyPhase);
        if (phases.includes(phase)) return bothIn(phase, phases);
        await bothIn(phase, [phase]);
        await ends(phase);
      }
    },
  };
};

/** Two people, signed in, each with a browser of their own. */
export const twoPeople = async (browser: Browser, { url }: TestApp): Promise<readonly Visitor[]> => {
  const people = await Promise.all([visit(browser, url, deskSize), visit(browser, url, phoneSize)]);
  for (const [index, name] of ["Hanna", "Pia"].entries()) {
    const { page } = people[index] as Visitor;
    await at(page, "name-input").fill(name);
    await at(page, "sign-in").click();
    await at(page, "new-lobby").waitFor();
  }
  return people;
};

/** Phases that nobody has to do anything in last so long; who made the lobby ends them, and no slow machine misses one. */
export const setTimings = ({ services }: TestApp, timings: Timings): void =>
  void Object.assign(services.timings, timings);

const fillForm = async (form: Locator, mode: string, { options, count = 1 }: Play): Promise<void> => {
  await form.locator("select[name=mode]").selectOption(mode);
  await form.locator("input[name=count]").fill(String(count));
  await form.locator("input[name=seconds]").fill("120");
  await form.locator("input[name=bots]").fill("2");
  const fields = form.locator(".mode-options");
  await fields.waitFor();
  if ((await fields.evaluate(({ tagName }) => tagName)) === "DETAILS") await fields.locator("summary").click();
  for (const [name, value] of Object.entries(options)) {
    const field = fields.locator(`[name="option.${name}"]`);
    if (typeof value === "boolean") await field.setChecked(value);
    else if (typeof value === "number") await field.fill(String(value));
    else await field.selectOption(value);
  }
};

/** Makes a lobby for a mode in the form, has the other come in by its code, and two bots, and starts the game. */
export const sitDown = async ([host, guest]: readonly Page[], mode: string, play: Play, look: Look): Promise<Table> => {
  if (host === undefined || guest === undefined) throw new Error("it takes two");
  const form = at(host, "new-lobby");
  await fillForm(form, mode, play);
  await at(host, "make-lobby").click();
  const code = (await at(host, "lobby-code").first().textContent()) ?? "";
  await at(guest, "code-input").fill(code);
  await at(guest, "enter").click();
  for (const page of [host, guest]) await at(page, "players").locator("li").nth(3).waitFor();
  await at(host, "start-game").click();
  return tableOf(host, guest, look);
};

/** Both are at the door again, for the next game. */
export const leave = async (pages: readonly Page[]): Promise<void> => {
  for (const page of pages) {
    await page.getByRole("button", { name: "Leave" }).click();
    await at(page, "new-lobby").waitFor();
  }
};
