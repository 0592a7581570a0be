import assert from "node:assert/strict";
import * as fc from "fast-check";
import type { PlayerId } from "../../src/core/ids.ts";
import type { FinishedGame } from "../../src/standings/standings.ts";
import { startApp, type TestApp } from "../support/app.ts";
import { call } from "../support/http.ts";
import { guest, makeLobby, type Person } from "../support/people.ts";
import { gameOf, scripts } from "../support/standings-games.ts";

type Shown = FinishedGame & {
  readonly questions: readonly { readonly id: string; readonly key: number; readonly struck: boolean }[];
  readonly corrections: readonly object[];
};

describe("the routes of standings", function () {
  this.timeout(60_000);
  let app: TestApp;
  let ann: Person;
  let owner: Person;
  let stranger: Person;
  let moderator: string;
  let game: FinishedGame;

  before(async () => {
    app = await startApp();
    ann = await guest(app, "Ann");
    owner = await guest(app, "Owner");
    stranger = await guest(app, "Stranger");
    moderator = app.services.tokens.issue({ id: "mo" as PlayerId, name: "Mo", role: "moderator", kind: "human" });
    const lobby = await makeLobby(owner, { topic: "music" });
    const at = app.services.now();
    const all = fc
      .sample(scripts, { numRuns: 40, seed: 9 })
      .filter(({ players, given }) => players.includes(0) && given.length > 2);
    const games = all.slice(0, 5).map((script, nth) => {
      const played = gameOf({ ...script, at: at - nth }, `game-${nth}`);
      return JSON.parse(JSON.stringify(played).replaceAll('"ana"', JSON.stringify(ann.id))) as FinishedGame;
    });
    game = { ...(games[0] as FinishedGame), lobby };
    for (const one of [game, ...games.slice(1)]) await app.services.standings.record(one);
  });
  after(() => app.close());
  afterEach(() => assert.deepEqual(app.errors, []));

  it("give who is signed in their own place beside the best", async () => {
    const { json } = await call(app, "GET", "/api/leaderboard?limit=1", { token: ann.token });
    assert.deepEqual(json["me"], await app.services.standings.place("all", "human", ann.id, Date.now()));
    assert.equal((json["entries"] as unknown[]).length, 1);
    assert.ok((json["me"] as { readonly of: number }).of > 1);
    for (const token of [stranger.token, "nonsense", ""]) {
      const answer = await call(app, "GET", "/api/leaderboard", { token });
      assert.deepEqual([answer.status, answer.json["me"]], [200, undefined]);
    }
    const bots = await call(app, "GET", "/api/leaderboard?kind=bot", { token: ann.token });
    assert.equal(bots.json["me"], undefined);
  });

  it("give a board page by page", async () => {
    const whole = (await call(app, "GET", "/api/leaderboard?limit=100")).json;
    const seen: unknown[] = [];
    for (let more = true; more;) {
      const page = (await call(app, "GET", `/api/leaderboard?limit=1&after=${seen.length}`)).json;
      seen.push(...(page["entries"] as unknown[]));
      more = page["more"] as boolean;
    }
    assert.ok(seen.length > 1);
    assert.deepEqual([seen, whole["more"]], [whole["entries"], false]);
    assert.equal((await call(app, "GET", "/api/leaderboard?after=9901")).code, "malformed");
  });

  it("give boards by mode, season and rating, and refuse what makes no sense", async () => {
    await app.services.standings.settle();
    const of = async (query: string) => (await call(app, "GET", `/api/leaderboard?${query}`)).json;
    const whole = await of("limit=100");
    const season = app.services.standings.season(Date.now());
    assert.deepEqual(await of("limit=100&mode=quiz"), { ...whole, mode: "quiz" });
    assert.deepEqual((await of("mode=race"))["entries"], []);
    assert.deepEqual(await of("limit=100&board=season"), { ...whole, board: "season", season });
    assert.deepEqual(await of(`limit=100&board=season&season=${season?.id}`), { ...whole, board: "season", season });
    const rated = (await of("board=rating"))["entries"] as readonly object[];
    assert.deepEqual(rated, await app.services.standings.top("rating", "human", 10, Date.now()));
    assert.ok(rated.length > 1);
    assert.deepEqual((await of("board=rating&kind=bot"))["entries"], []);
    const codeOf = async (query: string) => (await call(app, "GET", `/api/leaderboard?${query}`)).code;
    for (const wrong of ["mode=chess", "mode=", "mode=%00", "season=2026-4", "board=season&season=x", "board=year"])
      assert.equal(await codeOf(wrong), "malformed", wrong);
    for (const none of ["2999-1", "2020-5"])
      assert.equal(await codeOf(`board=season&season=${none}`), "not_found", none);
  });

  it("list the seasons, and show somebody's ratings and places", async () => {
    const { json } = await call(app, "GET", "/api/seasons?limit=1");
    const season = app.services.standings.season(Date.now());
    const [shown] = json["seasons"] as readonly { readonly players: number }[];
    assert.deepEqual(json["seasons"], [{ ...season, players: shown?.players }]);
    for (const query of ["limit=101", "cursor=x", "cursor=2026-4'"])
      assert.equal((await call(app, "GET", `/api/seasons?${query}`)).code, "malformed", query);
    const player = (await call(app, "GET", `/api/players/${ann.id}`)).json;
    const { standings } = app.services;
    const rated = await Promise.all(
      (await standings.ratings(ann.id)).map(async (line) => {
        const part = line.mode === undefined ? {} : { mode: line.mode };
        const place = await standings.place("rating", "human", ann.id, Date.now(), part);
        return { ...line, rank: place?.rank, of: place?.of };
      }),
    );
    assert(rated.length > 1 && rated.every(({ rank = 0, of = 0 }) => rank > 0 && rank <= of && of > 1));
    assert.deepEqual(player["ratings"], rated);
    assert.deepEqual(player["seasons"], []);
  });

  it("show a player and their games page by page", async () => {
    const { json } = await call(app, "GET", `/api/players/${ann.id}`);
    assert.equal(json["games"], 5);
    const { weeks, categories } = await app.services.standings.trends(ann.id, Date.now());
    assert.deepEqual([json["weeks"], json["categories"]], [weeks, categories]);
    assert.ok(weeks.length > 0 && categories.length > 0);
    const seen: string[] = [];
    for (let cursor = ""; ;) {
      const page = (await call(app, "GET", `/api/players/${ann.id}/games?limit=2${cursor}`)).json;
      seen.push(...(page["games"] as FinishedGame[]).map((one) => one.game));
      assert.doesNotMatch(JSON.stringify(page), new RegExp(game.lobby));
      if (page["cursor"] === undefined) break;
      cursor = `&cursor=${page["cursor"] as string}`;
    }
    assert.deepEqual(seen, ["game-0", "game-1", "game-2", "game-3", "game-4"]);
    for (const query of ["limit=101", "limit=0", "limit=x", "cursor=x", "cursor=1.a'b", `cursor=${"9".repeat(20)}.a`]) {
      assert.equal((await call(app, "GET", `/api/players/${ann.id}/games?${query}`)).code, "malformed", query);
    }
    for (const id of ["%00", "x".repeat(65), "nobody"])
      assert.equal((await call(app, "GET", `/api/players/${id}`)).status, 404, id);
  });

  it("show a game question by question, and its lobby's code to nobody but its players and the staff", async () => {
    const path = `/api/games/${game.game}`;
    const shown = (await call(app, "GET", path)).json as unknown as Shown;
    assert.deepEqual(shown.lines, game.lines);
    assert.deepEqual(
      shown.questions,
      game.detail.map((one) => ({ ...one, struck: false })),
    );
    const lobbyFor = async (token: string) => (await call(app, "GET", path, { token })).json["lobby"];
    assert.deepEqual(
      [await lobbyFor(""), await lobbyFor(stranger.token), await lobbyFor(ann.token), await lobbyFor(moderator)],
      [undefined, undefined, game.lobby, game.lobby],
    );
  });

  it("sum a game up for its page, with nobody's answers but those of who asks", async () => {
    type Summary = {
      readonly mayExport: boolean;
      readonly lobby?: string;
      readonly lines: unknown;
      readonly questions: readonly Asked[];
    };
    type Asked = {
      readonly id: string;
      readonly counts: readonly number[];
      readonly silent: number;
      readonly own?: object;
    };
    const summaryFor = async (token: string) =>
      (await call(app, "GET", `/api/games/${game.game}/summary`, { token })).json as unknown as Summary;
    const [nobody, strange, own, owners] = await Promise.all(
      ["", stranger.token, ann.token, owner.token].map(summaryFor),
    );
    assert.deepEqual(strange, nobody);
    assert.deepEqual(nobody?.lines, game.lines);
    assert.doesNotMatch(JSON.stringify(nobody), /outcomes|"own"|"lobby"/);
    assert.deepEqual([nobody?.mayExport, own?.mayExport, owners?.mayExport], [false, true, true]);
    assert.deepEqual([own?.lobby, owners?.lobby], [game.lobby, undefined]);
    for (const [nth, { outcomes }] of game.detail.entries()) {
      const asked = own?.questions[nth] as Asked;
      const mine = outcomes.find(({ player }) => player === ann.id);
      const { choice, right, points, time } = mine ?? {};
      assert.deepEqual(asked.own, { choice, right, points, time });
      const given = outcomes.flatMap((one) => (one.choice === null ? [] : [one.choice]));
      assert.equal(asked.silent, outcomes.length - given.length);
      assert.deepEqual(
        asked.counts,
        [0, 1, 2, 3].map((index) => given.filter((one) => one === index).length),
      );
    }
    assert.equal((await call(app, "GET", "/api/games/none/summary")).code, "not_found");
  });

  it("give the results as CSV to the game's players, the lobby's owner and the staff", async () => {
    const path = `/api/games/${game.game}/results.csv`;
    for (const token of [ann.token, owner.token, moderator]) {
      const { status, headers, text } = await call(app, "GET", path, { token });
      assert.equal(status, 200);
      assert.equal(headers.get("content-type"), "text/csv; charset=utf-8");
      assert.equal(headers.get("content-disposition"), 'attachment; filename="results-game-0.csv"');
      assert.equal(text.split("\r\n").length, game.lines.length + 2);
      assert.match(text, /^rank,player,name,kind,score,right,"Question 1: Which ""0""\?",Question 1: right,/);
    }
    assert.equal((await call(app, "GET", path)).code, "unauthorized");
    const refused = await call(app, "GET", path, { token: stranger.token });
    assert.deepEqual([refused.status, refused.code], [403, "not_a_player"]);
    const missing = await call(app, "GET", "/api/games/none/results.csv", { token: moderator });
    assert.deepEqual([missing.status, missing.code], [404, "not_found"]);
  });

  it("[A19] let no cell of the CSV begin as a formula", async () => {
    const names = [
      "=1+1",
      "+1",
      "-1",
      "@sum(1)",
      "\t=1",
      "\r=1",
      "\n=1",
      " =1",
      "＝1",
      "＋1",
      "－1",
      "＠1",
      "​=1",
      "\r\n=1",
    ];
    const [line] = game.lines as [FinishedGame["lines"][number]];
    const lines = names.map((name, nth) => ({ ...line, name, player: `p${nth}` as PlayerId }));
    const detail = game.detail.map((one) => ({
      ...one,
      prompt: "=1",
      choices: names,
      outcomes: lines.map(({ player }, nth) => ({ player, choice: nth, right: false, points: 0, time: 1 })),
    }));
    await app.services.standings.record({ ...game, game: "formulas", lines, detail });
    const { text } = await call(app, "GET", "/api/games/formulas/results.csv", { token: moderator });
    // A reader may take any line break for the end of a row, unless it stands in quotes.
    const cells = text.match(/"(?:[^"]|"")*"|[^,\r\n]+/g) ?? [];
    assert.ok(cells.length > names.length * 2);
    for (const cell of cells) {
      const content = cell.startsWith('"') ? cell.slice(1, -1) : cell;
      assert.doesNotMatch(content, /^[\s\p{Cf}]*[=+\-@＝＋－＠]|^[\t\r\n]/u, JSON.stringify(cell));
    }
    for (const name of names) assert.ok(text.includes(`'${name}`), JSON.stringify(name));
  });

  it("let the staff correct a question, and nobody else", async () => {
    const path = `/api/games/${game.game}/corrections`;
    const [{ id: question, key }, { id: second }] = game.detail as [
      FinishedGame["detail"][number],
      FinishedGame["detail"][number],
    ];
    const post = (token: string | undefined, body: unknown) =>
      call(app, "POST", path, { body, ...(token === undefined ? {} : { token }) });
    const strike = { question, strike: true };
    assert.equal((await post(undefined, strike)).code, "unauthorized");
    for (const { token } of [ann, owner]) assert.equal((await post(token, strike)).status, 403);
    for (const body of [{ question }, { question, strike: false }, { question, key: 9 }, { ...strike, key: 1 }, {}, 5])
      assert.equal((await post(moderator, body)).code, "malformed", JSON.stringify(body));
    assert.deepEqual((await post(moderator, { question: "none", strike: true })).code, "not_found");
    assert.deepEqual((await post(moderator, { question, key: 5 })).code, "no_such_choice");

    const wasOf = (await app.services.standings.game(game.game))?.lines;
    assert.deepEqual(wasOf, game.lines);
    const struck = (await post(moderator, strike)).json as unknown as Shown;
    assert.deepEqual([struck.questions[0]?.struck, struck.questions[1]?.struck], [true, false]);
    const other = (key + 1) % 4;
    const rekeyed = (await post(moderator, { question: second, key: other })).json as unknown as Shown;
    assert.equal(rekeyed.questions[1]?.key, other);
    assert.deepEqual(
      (rekeyed.corrections as { by: string }[]).map(({ by }) => by),
      ["mo", "mo"],
    );
    const seen = (await call(app, "GET", `/api/games/${game.game}`)).json as unknown as Shown;
    assert.equal(seen.corrections.length, 2);
    assert.doesNotMatch(JSON.stringify(seen.corrections), /"by"/);
  });
});
