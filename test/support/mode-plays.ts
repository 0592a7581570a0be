import assert from "node:assert/strict";
import type { Page } from "playwright-core";
import type { Options } from "../../src/core/options.ts";
import { questionAbout } from "./mode-questions.ts";
import { at, type Table } from "./mode-table.ts";

/** How two people play a mode to its podium in their browsers. */
export type Play = {
  readonly options: Options;
  readonly count?: number;
  /** From the start of the game until there is nothing more to do. */
  readonly play: (table: Table) => Promise<void>;
};

const both = ({ desk, phone }: Table): readonly [Page, Page] => [desk, phone];

const promptOn = async (page: Page): Promise<string> => (await at(page, "prompt").textContent()) ?? "";

/** Presses a choice that is right, or one that is wrong. */
const choose = async (page: Page, isRight: boolean): Promise<void> => {
  const { correct, wrong } = questionAbout(await promptOn(page));
  await page.locator("button.choice", { hasText: isRight ? correct : (wrong[0] ?? "") }).click();
  await page.locator("button.choice.mine").waitFor();
};

const typeAnswer = async (page: Page): Promise<void> => {
  const form = page.locator("form.quiz-answer");
  // Not quite as it is written, which is forgiven.
  await form.locator("input").fill(` the ${questionAbout(await promptOn(page)).correct.toUpperCase()}`);
  await form.getByRole("button").click();
};

const quiz: Play = {
  options: { answers: "typed", wager: true },
  count: 2,
  play: async (table) => {
    const { desk, phone } = table;
    await table.goesOnTo("question");
    for (const page of both(table)) await typeAnswer(page);
    await table.isDone("question");
    await table.goesOnTo("wager");
    await desk.getByRole("button", { name: "All" }).click();
    await at(desk, "stake").click();
    await phone.getByRole("button", { name: "Half" }).click();
    await at(phone, "stake").click();
    await table.isDone("wager");
    await table.sees("question");
    for (const page of both(table)) await typeAnswer(page);
    await table.isDone("question");
  },
};

/** A side that is free; who came first may have filled the other. */
const pickSide = async (page: Page, sides: readonly string[]): Promise<void> => {
  for (const side of sides) {
    const button = page.locator(".team-picks button", { hasText: side });
    await button.click();
    const fault = page.locator(".question > .fault:not(:empty)");
    await button.and(page.locator("[aria-pressed=true]")).or(fault).first().waitFor();
    if ((await fault.count()) === 0) return;
  }
};

const teams: Play = {
  options: { sides: "picked" },
  count: 2,
  play: async (table) => {
    const { desk, phone } = table;
    await table.sees("gathering");
    await pickSide(desk, ["Red", "Blue"]);
    await pickSide(phone, ["Blue", "Red"]);
    await table.goesOnTo("question");
    const talk = phone.locator(".team-talk");
    await talk.getByRole("textbox").fill("I take the planets, you take the rest?");
    await talk.getByRole("button").click();
    await talk.getByRole("log").getByText("I take the planets").waitFor();
    await choose(desk, true);
    await choose(phone, false);
    await table.isDone("question");
    await table.goesOnTo("scores");
    await table.ends("scores");
    // Where both captains are bots, the final is over in no time.
    await table.sees("question", "reveal");
    for (const page of both(table)) {
      const captain = page.getByText("The final: you answer for your team.");
      const others = page.getByText("The final: your captain answers.");
      await captain.or(others).or(page.locator("[data-phase=reveal]")).first().waitFor();
      if (await captain.isVisible()) await choose(page, true);
    }
    await table.isDone("question");
  },
};

const survival: Play = {
  options: { lives: "1", comeback: 1 },
  count: 2,
  play: async (table) => {
    const { desk, phone } = table;
    for (let number = 1; (await table.goesOnTo("question", "podium")) === "question"; number++) {
      await choose(desk, true);
      await choose(phone, number > 1);
      await table.isDone("question");
      if (number === 1) await at(phone, "own-lives").getByText("You are a ghost").waitFor();
    }
  },
};

/** Presses as often as it may, and answers when it has the buzz, until the question is over. */
const buzz = async (page: Page, isRight: boolean): Promise<void> => {
  const buzzer = page.locator("[data-testid=buzzer][aria-disabled=false]");
  const open = page.locator("button.choice");
  const over = page.locator("[data-testid=game]:is([data-phase=reveal],[data-phase=scores])");
  for (;;) {
    await buzzer.or(open).or(over).first().waitFor();
    if (await over.isVisible()) return;
    const { correct } = questionAbout(await promptOn(page));
    const wanted = isRight ? open.filter({ hasText: correct }) : open.filter({ hasNotText: correct });
    // Somebody else may be faster than the hand: then there is nothing to press any more, and it is looked at anew.
    await buzzer
      .or(wanted)
      .first()
      .click({ timeout: 500 })
      .catch(() => undefined);
  }
};

const race: Play = {
  options: { goal: 3 },
  play: async (table) => {
    await table.goesOnTo("buzzing", "answering");
    await Promise.all([buzz(table.desk, false), buzz(table.phone, true)]);
    for (const page of both(table)) await at(page, "winner").waitFor();
  },
};

const lieTo = async (page: Page, lie: string): Promise<void> => {
  const form = page.locator("form.bluff-form");
  await form.locator("input").fill(lie);
  await form.getByRole("button").click();
};

const bluff: Play = {
  options: { writing: 180, voting: 120 },
  play: async (table) => {
    const { desk, phone } = table;
    await table.goesOnTo("writing");
    const { correct, lies } = questionAbout(await promptOn(desk));
    await lieTo(desk, correct);
    await desk.locator("#bluff-fault:not(:empty)").waitFor();
    await lieTo(desk, lies[0]);
    await lieTo(phone, lies[1]);
    await table.isDone("writing");
    await table.sees("voting");
    const option = (page: Page, text: string) => page.locator("button.bluff-option", { hasText: text });
    await option(desk, lies[1]).click();
    await option(phone, correct).click();
    await table.isDone("voting");
    await table.goesOnTo("scores");
    const brought = at(phone, "brought");
    await brought.getByText("You found the truth: 1,000 points").waitFor();
    await brought.getByText("Your lie fooled").waitFor();
  },
};

/** Says a line under an alias. */
export const lineIn = async (page: Page, text: string): Promise<void> => {
  const form = at(page, "alias-form");
  await form.locator("input").fill(text);
  await form.getByRole("button").click();
};

const findTheBot: Play = {
  options: { rounds: 1, talk: 300, vote: 120 },
  play: async (table) => {
    const { desk, phone } = table;
    await table.goesOnTo("talking");
    const said = ["honestly, ask me after my second coffee", "haha same. and you lot?"] as const;
    await lineIn(desk, said[0]);
    await lineIn(phone, said[1]);
    for (const page of both(table)) {
      for (const text of said) await at(page, "alias-log").locator("li:not(.waits)", { hasText: text }).waitFor();
    }
    await table.goesOnTo("voting");
    await desk.locator(".suspect input:enabled").first().check();
    await at(desk, "vote").click();
    await at(phone, "vote").click();
    await table.isDone("voting");
    await table.sees("unmasked");
    for (const page of both(table)) {
      for (const name of ["Hanna", "Pia"]) await at(page, "faces").getByText(name).first().waitFor();
    }
  },
};

const sentences = [
  ["Nobody on the pier could say who had lit the lamp.", "Then a letter came, and it was still wet."],
  ["So they sat down and passed the tea round.", "In the end the tide took the lamp, and left the tea."],
] as const;

const story: Play = {
  options: { turns: "votes", sentences: 2, seconds: 180 },
  play: async (table) => {
    for (const [first, second] of sentences) {
      await table.goesOnTo("writing");
      for (const [page, text] of [[table.desk, first] as const, [table.phone, second] as const]) {
        const form = at(page, "story-form");
        await form.locator("textarea").fill(text);
        await form.getByRole("button").click();
      }
      await table.isDone("writing");
      await table.sees("choosing");
      await table.desk.locator(".story-choice", { hasText: second }).click();
      await table.phone.locator(".story-choice", { hasText: first }).click();
      await table.isDone("choosing");
    }
    await table.goesOnTo("podium");
    const whole = (page: Page) => at(page, "story").getByTestId("sentences").locator("li").allTextContents();
    await at(table.phone, "story").locator("li").nth(2).waitFor();
    assert.deepEqual(await whole(table.phone), await whole(table.desk));
  },
};

const higherOrLower: Play = {
  options: { timed: false },
  play: async (table) => {
    await table.goesOnTo("guessing");
    await table.desk.getByRole("button", { name: "Higher" }).click();
    await table.phone.getByRole("button", { name: "Lower" }).click();
    await table.isDone("guessing");
    await table.sees("shown");
    for (const page of both(table)) await at(page, "verdict").waitFor();
  },
};

/** A play for each mode, by its name. */
export const plays: Readonly<Record<string, Play>> = {
  quiz,
  teams,
  survival,
  race,
  bluff,
  "find-the-bot": findTheBot,
  story,
  "higher-or-lower": higherOrLower,
};
