import type { Accounts } from "../accounts/accounts.ts";
import type { Identity } from "../accounts/tokens.ts";
import type { Sanction, Strike } from "../conduct/conduct.ts";
import type { PlayerId } from "../core/ids.ts";
import type { Packs } from "../packs/packs.ts";
import type { PastGame } from "../standings/standings.ts";
import type { Webhooks } from "../webhooks/webhooks.ts";
import type { Services } from "../../rooms/services.ts";
import { saidBy } from "./export-events.ts";
import { Room } from "./room.ts";

export type ExportSources = {
  readonly services: Pick<Services, "journal" | "standings" | "conduct" | "notes" | "now">;
  readonly accounts: Pick<Accounts, "find">;
  readonly packs: Pick<Packs, "list" | "find">;
  readonly webhooks: Pick<Webhooks, "list"> | undefined;
};

/** How much an export may hold, in characters of JSON, and how many games at most. */
const mostLetters = 16_000_000;
const mostGames = 1000;
const atOnce = 100;

/** Everything that is kept about somebody, as they are given it. What did not fit is named in `leftOut`. */
export const exportOf = async (sources: ExportSources, { id, name, role }: Identity): Promise<object> => {
  const { conduct, notes, now } = sources.services;
  const room = new Room(mostLetters);
  const account = await sources.accounts.find(id);
  const [strikes, sanctions] = [await conduct.strikesOf(id), await conduct.sanctionsOf(id)];
  const content = {
    person: { id, name: account?.name ?? name, role, registered: account !== undefined, email: account?.email ?? null },
    strikes: strikes.map(strikeShown),
    sanctions: sanctions.map(sanctionShown),
    remarks: (await conduct.notesOf(id)).map(({ text, at }) => ({ text, at })),
    notes: (await notes.waiting(id)).map(({ code, text, data, at }) => ({ code, text, data, at })),
    webhooks: (await sources.webhooks?.list(id, { limit: atOnce })) ?? [],
    ...(await saidBy(sources.services.journal, id, room)),
    games: await gamesOf(sources, id, room),
    packs: await packsOf(sources, id, room),
  };
  return { format: "parlor-person", version: 1, at: now(), leftOut: room.leftOut, ...content };
};

const strikeShown = ({ id, lobby, reason, weight, text, at, expiresAt, clearedAt }: Strike) => ({
  id,
  lobby,
  reason,
  weight,
  text,
  at,
  expiresAt,
  clearedAt,
});

/** Who did it is no concern of theirs, but whether somebody did. */
const sanctionShown = ({ id, kind, scope, lobby, device, by, reason, ...rest }: Sanction) => {
  const { strikes, strike, at, until, liftedAt, appeal, appealText } = rest;
  const past = { strikes, strike, at, until, liftedAt, appeal, appealText };
  return { id, kind, scope, lobby, device, byRules: by === "", reason, ...past };
};

const gamesOf = async ({ services: { standings } }: ExportSources, id: PlayerId, room: Room): Promise<object[]> => {
  const games: object[] = [];
  let cursor: string | undefined;
  do {
    const page = await standings.history(id, atOnce, cursor);
    for (const line of page.games) {
      const past = await standings.game(line.game);
      const written = past?.story?.lines.filter(({ player }) => player === id).map(({ text }) => text) ?? [];
      const answers = past === undefined ? [] : answersIn(past, id);
      const game = { ...line, answers, ...(written.length === 0 ? {} : { written }) };
      if (!room.takes("games", game)) return games;
      games.push(game);
    }
    cursor = page.cursor;
  } while (cursor !== undefined && games.length < mostGames);
  if (cursor !== undefined) room.close("games");
  return games;
};

const answersIn = ({ detail }: PastGame, id: PlayerId): object[] =>
  detail.flatMap(({ prompt, choices, outcomes }) =>
    outcomes
      .filter(({ player }) => player === id)
      .map(({ choice, right, points, time }) => ({
        prompt,
        answer: choice === null ? null : choices[choice],
        right,
        points,
        time,
      })),
  );

const packsOf = async ({ packs }: ExportSources, id: PlayerId, room: Room): Promise<object[]> => {
  const all: object[] = [];
  let cursor: string | undefined;
  do {
    const page = await packs.list(id, atOnce, cursor);
    for (const line of page.packs) {
      const pack = await packs.find(line.id);
      if (pack === undefined) continue;
      if (!room.takes("packs", pack)) return all;
      all.push(pack);
    }
    cursor = page.cursor;
  } while (cursor !== undefined);
  return all;
};
