import type { LobbyBrief } from "../../../../src/protocol/admin.ts";

export const columns = [
  { id: "code", name: "admin:lobbies.code", of: ({ code }: LobbyBrief) => code },
  { id: "title", name: "admin:lobbies.title", of: ({ title, topic }: LobbyBrief) => (title || topic).toLowerCase() },
  {
    id: "players",
    name: "admin:lobbies.who",
    of: ({ people, bots }: LobbyBrief) => people * 1000 + bots,
    isFigure: true,
  },
  { id: "phase", name: "admin:lobbies.phase", of: ({ status, phase }: LobbyBrief) => `${status} ${phase}` },
  { id: "lines", name: "admin:lobbies.lines", of: ({ linesPerMinute }: LobbyBrief) => linesPerMinute, isFigure: true },
  { id: "level", name: "admin:lobbies.level", of: ({ level }: LobbyBrief) => level },
  { id: "process", name: "admin:lobbies.process", of: ({ process }: LobbyBrief) => process },
  { id: "age", name: "admin:lobbies.since", of: ({ createdAt }: LobbyBrief) => -createdAt, isFigure: true },
] as const;

export type ColumnId = (typeof columns)[number]["id"];
export type Sorting = { readonly by: ColumnId; readonly down: boolean };

/** A column pressed anew turns the order round; figures begin with the greatest. */
export const sortedBy = (id: ColumnId, { by, down }: Sorting): Sorting => {
  if (by === id) return { by, down: !down };
  const column = columns.find((one) => one.id === id);
  return { by: id, down: column !== undefined && "isFigure" in column };
};

/** Equal ones stand by their codes, so that nothing jumps about while figures change. */
export const sorted = (lobbies: readonly LobbyBrief[], { by, down }: Sorting): readonly LobbyBrief[] => {
  const of = columns.find(({ id }) => id === by)?.of ?? columns[0].of;
  return lobbies.toSorted((one, other) => {
    const [left, right] = [of(one), of(other)];
    const order = left < right ? -1 : left > right ? 1 : 0;
    return (down ? -order : order) || one.code.localeCompare(other.code);
  });
};
