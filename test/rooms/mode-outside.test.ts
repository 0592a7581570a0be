import assert from "node:assert/strict";
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { parseEnv } from "node:util";
import { ConfigError } from "../../src/config.ts";
import { games } from "../../src/games/index.ts";
import { modesAt } from "../../src/modes-outside.ts";
import type { ModeInfo } from "../../src/protocol/modes.ts";
import { buildPortal } from "../../web/build.ts";
import { startApp, type TestApp } from "../support/app.ts";
import { writeModeFromDocs } from "../support/mode-from-docs.ts";
import { enter, guest, makeLobby } from "../support/people.ts";
import type { Seat } from "../support/seat.ts";
import { until } from "../support/until.ts";

type Mine = { readonly asks: readonly { readonly id: string }[] };

const guessOf = (seat: Seat, id: string): Promise<unknown> =>
  until("an ask", () => (seat.all("mine") as unknown as Mine[]).at(-1)?.asks.find((ask) => ask.id === id));

const textsIn = async (directory: string): Promise<string> => {
  const scripts = (await readdir(directory)).filter((file) => file.endsWith(".js"));
  return (await Promise.all(scripts.map((file) => readFile(join(directory, file), "utf8")))).join("\n");
};

describe("a mode outside the repository, written by following docs/write-a-mode.md alone", function () {
  this.timeout(120_000);
  let place: string;
  let folder: string;
  let app: TestApp;

  before(async () => {
    place = await mkdtemp(join(tmpdir(), "parlor-mode-"));
    const own = join(place, "my-modes");
    const files = await writeModeFromDocs(own);
    assert(files.length > 10, files.join());
    // From the clone beside it, as the page has it.
    const { MODES } = parseEnv(await readFile(join(own, ".env"), "utf8"));
    folder = join(place, "parlor", MODES ?? "");
    const portal = await buildPortal([folder], join(place, "portal"));
    app = await startApp({ environment: { MODES: folder }, portal });
  });
  after(async () => {
    await app.close();
    await rm(place, { recursive: true, force: true });
  });

  it("is offered, and played to its end by a person and a bot", async () => {
    const ann = await guest(app, "Ann");
    const { modes } = (await (await fetch(`${app.url}/api/modes`)).json()) as { readonly modes: readonly ModeInfo[] };
    assert.deepEqual(modes.at(-1), {
      mode: "rather-more",
      needsQuestions: false,
      options: { timed: { kind: "switch", fallback: true } },
    });
    const settings = { mode: "rather-more", count: 2, seconds: 20, bots: 1, options: { timed: false } };
    const seat = await enter(ann, await makeLobby(ann, settings));
    await seat.sees("the bot", ({ players }) => players.size === 2);
    await seat.ask("start");
    for (const number of [1, 2]) {
      await seat.sees("a round", ({ game }) => game.number === number && game.phase === "guessing");
      await guessOf(seat, `guess-${number}`);
      await seat.ask("move", { ask: `guess-${number}`, choice: 0 });
      await seat.sees("what both have guessed", ({ game }) => game.number === number && game.more.has("answer"));
    }
    await seat.sees("the end", ({ status, game }) => status === "completed" && game.phase === "podium");
    assert.deepEqual(app.errors, []);
  });

  it("is in the portal, with its parts and its texts", async () => {
    const page = await (await fetch(app.url)).text();
    assert(page.includes("<script"));
    const texts = await textsIn(join(place, "portal", "assets"));
    for (const text of ["rather-more", "Rather more", "modeRatherMore:wasHigher", "It is higher!"])
      assert(texts.includes(text), `no ${text} in the portal`);
  });

  it("is held to the laws of all modes", () => import(pathToFileURL(join(folder, "laws.test.ts")).href));

  it("is refused by a word when it can't be played", async () => {
    const made = async (name: string, code: string): Promise<string> => {
      await mkdir(join(place, name));
      await writeFile(join(place, name, "index.ts"), code);
      return join(place, name);
    };
    const bare = '{ mode: "bare", start: () => [] }';
    const wrong: readonly (readonly [readonly string[], RegExp])[] = [
      [[join(place, "nothing")], /MODES: .*nothing: there is no index\.ts/],
      [[await made("broken", "export const = 1;")], /broken: index\.ts can't be read: /],
      [[await made("throws", "throw new Error('not today');")], /throws: index\.ts can't be read: not today/],
      [[await made("empty", "export const one = 1;")], /empty: index\.ts exports nothing with a mode's name/],
      [[await made("two", `export const a = ${bare}; export const b = ${bare};`)], /more than one mode/],
      [[await made("bare", `export const one = ${bare};`)], /bare: the mode has no decide, no evolve/],
      [[folder, folder], /there is a mode "rather-more" already/],
    ];
    for (const [folders, expected] of wrong)
      await assert.rejects(
        modesAt(folders, games),
        (error) => error instanceof ConfigError && expected.test(error.message),
      );
    assert.deepEqual(await modesAt([], games), []);
  });
});
