import type { PlayerId } from "../core/ids.ts";
import { isInForce } from "./barred.ts";
import type { PersonBrief, Sanction, Strike } from "./conduct.ts";

/** Somebody with an account, or who has played. */
export type KnownPerson = Pick<PersonBrief, "id" | "name" | "registered" | "role" | "games" | "lastAt"> & {
  /** In lower case; "" for none. */
  readonly email: string;
};

type Briefs = {
  readonly of: (player: PlayerId) => PersonBrief | undefined;
  /** By id, those behind `after`. */
  readonly named: (search: string, after: string | undefined) => readonly PersonBrief[];
  /** Those who did something, the latest first, those behind `after`. */
  readonly byLatest: (after: string | undefined) => readonly PersonBrief[];
};

/** People in short, put together from all that is known of them. */
export const briefsOf = (
  strikes: readonly Strike[],
  sanctions: readonly Sanction[],
  known: readonly KnownPerson[],
  now: number,
): Briefs => {
  const deeds = [...strikes, ...sanctions].toSorted((a, b) => b.at - a.at || (a.player < b.player ? 1 : -1));
  const guilty = [...new Set(deeds.map(({ player }) => player))];
  const all = [...new Set([...guilty, ...known.map(({ id }) => id)])];

  const of = (player: PlayerId): PersonBrief | undefined => {
    const own = deeds.filter((one) => one.player === player);
    const person = known.find(({ id }) => id === player);
    if (own.length === 0 && person === undefined) return undefined;
    const counting = strikes.filter((one) => one.player === player && one.clearedAt === null && one.expiresAt > now);
    const times = [person?.lastAt, own[0]?.at].filter((at) => at !== undefined && at !== null);
    return {
      id: player,
      name: person?.name ?? own.find(({ name }) => name !== "")?.name ?? "",
      registered: person?.registered ?? false,
      role: person?.role ?? "player",
      strikes: counting.reduce((sum, { weight }) => sum + weight, 0),
      banned: sanctions.some((one) => one.player === player && one.kind === "ban" && isInForce(one, now)),
      games: person?.games ?? 0,
      lastAt: times.length === 0 ? null : Math.max(...times),
    };
  };
  const listed = (ids: readonly PlayerId[]) => ids.map(of).filter((one) => one !== undefined);
  const isNamed = (player: PlayerId, folded: string): boolean => {
    const person = known.find(({ id }) => id === player);
    const names = [person?.name, ...deeds.filter((one) => one.player === player).map(({ name }) => name)];
    return (
      player.toLowerCase() === folded ||
      (person?.email ?? "").startsWith(folded) ||
      names.some((name) => name?.toLowerCase().includes(folded) === true)
    );
  };

  return {
    of,
    named: (search, after = "") =>
      listed(all.filter((id) => id > after && isNamed(id, search.toLowerCase())).toSorted()),
    byLatest: (after) => {
      if (after === undefined) return listed(guilty);
      const index = guilty.findIndex((id) => id === after);
      return index === -1 ? [] : listed(guilty.slice(index + 1));
    },
  };
};
