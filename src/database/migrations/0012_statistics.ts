import { type Kysely, sql } from "kysely";
import type { Migration } from "kysely/migration";

/** What a player's page tells beside points: a line of each game now keeps it. */
export const statistics: Migration = {
  up: async (db) => {
    await sql`
      alter table game_line
        add column right_ms bigint not null default 0,
        add column streak int not null default 0,
        add column categories jsonb not null default '{}'`.execute(db);
    await fill(db);
  },
};

type Question = {
  readonly id: string;
  readonly category?: string;
  readonly struck?: boolean;
  readonly outcomes: readonly {
    readonly player: string;
    readonly choice: number | null;
    readonly right: boolean;
    readonly time: number;
  }[];
};
type Detail = {
  readonly questions: readonly Question[];
  readonly corrections: readonly { readonly question: string; readonly strike?: boolean }[];
};

/** Games at once: each statement stays far below the time that a query may take. */
const batch = 100;

const fill = async (db: Kysely<unknown>): Promise<void> => {
  for (let after = ""; ;) {
    const { rows } = await sql<{ id: string; detail: Detail }>`
      select id, detail from game where id > ${after} order by id limit ${batch}`.execute(db);
    const last = rows.at(-1);
    if (last === undefined) return;
    const lines = rows.flatMap(({ id, detail }) => linesOf(id, detail));
    await sql`
      update game_line set right_ms = v.right_ms, streak = v.streak, categories = v.categories
      from jsonb_to_recordset(${JSON.stringify(lines)}::jsonb)
        as v (game text, player text, right_ms bigint, streak int, categories jsonb)
      where game_line.game = v.game and game_line.player = v.player`.execute(db);
    after = last.id;
  }
};

type Sum = { ms: number; run: number; streak: number; readonly by: Map<string, [number, number]> };

/** As it is counted when a game is played: struck questions are passed over. */
const linesOf = (game: string, { questions, corrections }: Detail) => {
  const struck = new Set(corrections.filter(({ strike }) => strike === true).map(({ question }) => question));
  const sums = new Map<string, Sum>();
  for (const { id, category = "", struck: isStruck, outcomes } of questions) {
    if (isStruck === true || struck.has(id)) continue;
    for (const { player, choice, right, time } of outcomes) {
      const sum = sums.get(player) ?? { ms: 0, run: 0, streak: 0, by: new Map() };
      sums.set(player, sum);
      sum.run = right ? sum.run + 1 : 0;
      sum.streak = Math.max(sum.streak, sum.run);
      if (right) sum.ms += Math.round(time);
      const [rights, answers] = sum.by.get(category) ?? [0, 0];
      if (choice !== null && category !== "") sum.by.set(category, [rights + (right ? 1 : 0), answers + 1]);
    }
  }
  return [...sums].map(([player, { ms, streak, by }]) => ({
    game,
    player,
    right_ms: ms,
    streak,
    categories: Object.fromEntries(by),
  }));
};
