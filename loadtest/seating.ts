import { Phases, type Player, type Side, type Table } from "./table.ts";

/** Seats all of these guests in one lobby, one after the other; the first watches the game. */
export const seatAll = async (side: Side, code: string, guests: readonly string[]): Promise<Table> => {
  const phases = new Phases();
  const players: Player[] = [];
  for (const guest of guests) {
    const onPhase = (phase: string, question: string): void => phases.see(phase, question);
    players.push(await side.join(code, guest, players.length === 0 ? { onPhase } : {}));
  }
  return { players, phases };
};
