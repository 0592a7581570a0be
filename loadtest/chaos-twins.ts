import { type Chronicle, keyOf } from "./chaos-record.ts";
import type { Stored } from "./chaos-store.ts";

/**
 * Lobbies that two processes ran at once, as far as both acknowledged something: each life of a lobby, which the
 * journal tells apart, must have been one process' alone.
 */
export const twinsIn = (
  chronicles: readonly Chronicle[],
  { chat, games }: Pick<Stored, "chat" | "games">,
): readonly string[] => {
  const runners = new Map<string, Set<string>>();
  const note = (lobby: string, epoch: number, process: string): void => {
    if (process === "") return;
    const life = `${lobby}, life ${epoch}`;
    runners.set(life, (runners.get(life) ?? new Set()).add(process));
  };
  const kept = new Map(chat.map((line) => [line.id, line]));
  for (const { player, lines, answers } of chronicles) {
    for (const { id, process } of lines) {
      const line = kept.get(id);
      if (line !== undefined) note(line.lobby, line.epoch, process);
    }
    for (const { game: id, question, process } of answers.values()) {
      const game = games.find((one) => one.id === id);
      const epoch = game?.epochs.get(keyOf(question, player));
      if (game !== undefined && epoch !== undefined) note(game.lobby, epoch, process);
    }
  }
  return [...runners]
    .filter(([, processes]) => processes.size > 1)
    .map(([life, processes]) => `${life} was run by two processes: ${[...processes].join(", ")}`);
};
