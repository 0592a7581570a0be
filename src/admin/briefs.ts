import type { AnyGame } from "../core/game.ts";
import type { Games } from "../lobby/evolve.ts";
import { botsIn, type Lobby, people, playOf, shownTopic } from "../lobby/state.ts";
import type { LobbyBrief } from "../protocol/admin.ts";

/** A lobby that runs, as far as its process shows it. */
export type RunningLobby = { readonly lobby: Lobby; readonly watchers: number; readonly isDegraded: boolean };

const minuteMs = 60_000;

/** A lobby in short. */
const briefOf = (
  games: Games,
  { lobby, watchers, isDegraded }: RunningLobby,
  process: string,
  now: number,
): LobbyBrief => {
  const { code, settings, stage, ownerId, createdAt } = lobby;
  const play = playOf(lobby);
  const shown = play === undefined ? undefined : (games.get(play.mode) as AnyGame).view(play.state);
  return {
    code,
    title: settings.title,
    topic: shownTopic(lobby),
    mode: play?.mode ?? settings.mode,
    status: stage.status,
    phase: shown?.phase ?? "",
    number: shown?.number ?? 0,
    total: shown?.total ?? 0,
    people: people(lobby).length,
    bots: botsIn(lobby).length,
    spectators: watchers,
    owner: ownerId,
    ownerName: ownerId === "" ? "" : (lobby.members.get(ownerId)?.name ?? ""),
    public: settings.public,
    locked: settings.locked,
    degraded: isDegraded,
    level: settings.level,
    linesPerMinute: linesSince(lobby, now - minuteMs),
    process,
    createdAt,
  };
};

const linesSince = ({ chat }: Lobby, from: number): number => {
  const last = chat.findLastIndex(({ at }) => at <= from);
  return chat.length - 1 - last;
};

type Known = RunningLobby & { readonly brief: LobbyBrief };

/** Keeps the briefs of this process' lobbies, and tells what has changed at each look; one that stands still costs a comparison. */
export class Briefs {
  readonly #games: Games;
  readonly #process: string;
  readonly #known = new Map<string, Known>();

  constructor(games: Games, process: string) {
    this.#games = games;
    this.#process = process;
  }

  get all(): readonly LobbyBrief[] {
    return [...this.#known.values()].map(({ brief }) => brief);
  }

  look(
    running: ReadonlyMap<string, RunningLobby>,
    now: number,
  ): { readonly changed: readonly LobbyBrief[]; readonly gone: readonly string[] } {
    const gone = [...this.#known.keys()].filter((code) => !running.has(code));
    for (const code of gone) this.#known.delete(code);
    const changed: LobbyBrief[] = [];
    for (const [code, { lobby, watchers, isDegraded }] of running) {
      const before = this.#known.get(code);
      const isSame = before?.lobby === lobby && before.watchers === watchers && before.isDegraded === isDegraded;
      // Lines grow old by themselves.
      if (lobby.code === "" || (isSame && before.brief.linesPerMinute === 0)) continue;
      const brief = briefOf(this.#games, { lobby, watchers, isDegraded }, this.#process, now);
      this.#known.set(code, { lobby, watchers, isDegraded, brief });
      if (JSON.stringify(brief) !== JSON.stringify(before?.brief)) changed.push(brief);
    }
    return { changed, gone };
  }
}
