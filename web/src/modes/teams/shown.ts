import { self } from "../../store.ts";
import { isKey, say } from "../../text/say.ts";
import { partOf } from "../view.ts";

/** How a side stands, as `view.more.teams` tells it. */
export type TeamShown = {
  readonly team: string;
  readonly score: number;
  readonly rank: number;
  readonly members: number;
  /** Who answers for it in the final; "" before it. */
  readonly captain: string;
};

export const teamsShown = (): readonly TeamShown[] => (partOf("teams") as readonly TeamShown[] | undefined) ?? [];

/** Whether the last question, which is for the captains alone, has been asked. */
export const isFinal = (): boolean => partOf("final") === true;

/** The side of who looks at the page; "" for none. */
export const ownTeam = (): string => self.value?.team ?? "";

export const teamName = (team: string): string => {
  const key = `modeTeams:team.${team}`;
  return isKey(key) ? say(key) : team;
};

/** The order of the colours, which is that of the choices of a question, shapes and all. */
export const teamMark = (team: string): number => Math.max(0, ["red", "blue", "yellow", "green"].indexOf(team));
