import { useRef } from "preact/hooks";
import { sentence } from "../codes-text.ts";
import { Making, MakingMore } from "../game/making.tsx";
import { LobbyNotes } from "../hosting/lobby-notes.tsx";
import { Avatar } from "../lobby/avatar.tsx";
import { TopicPicture } from "../lobby/topic-picture.tsx";
import type { Player } from "../lobby-state.ts";
import { lobby } from "../store.ts";
import { say } from "../text/say.ts";
import { JoinPanel } from "./join-panel.tsx";

/** More are a crowd: of those only the latest are listed, and the others counted. */
const fewMost = 10;
const crowdListed = 14;

/** While no game is played: how to get in, and who is there. */
export const Hall = () => {
  const { code = "", status = "", failureReason = "", building, players = [] } = lobby.value ?? {};
  const arrived = useArrivals(players);
  const isCrowd = arrived.length > fewMost;
  const listed = isCrowd ? arrived.slice(-crowdListed).toReversed() : arrived;
  return (
    <div class="hall">
      <JoinPanel code={code} />
      <section class="gathering" aria-labelledby="hall-title">
        <TopicPicture />
        {status === "building" && building !== undefined ? (
          <Making {...building} />
        ) : (
          <>
            <h2 id="hall-title">{headingFor(status, players.length)}</h2>
            {status === "failed" && (
              <p class="fault" role="alert">
                {sentence(failureReason)}
              </p>
            )}
            <MakingMore />
            <LobbyNotes />
          </>
        )}
        <p class="here-count">{say("screen:hall.here", { count: players.length })}</p>
        <ul class={isCrowd ? "here crowd" : "here"} aria-label={say("screen:hall.players")} data-testid="players">
          {listed.map(({ id, name, kind }) => (
            <li key={id}>
              <Avatar id={id} name={name} />
              <span class="name">{name}</span>
              {kind === "bot" && <span class="badge">{say("screen:word.bot")}</span>}
            </li>
          ))}
          {players.length > listed.length && (
            <li class="more">{say("screen:word.more", { count: players.length - listed.length })}</li>
          )}
        </ul>
      </section>
    </div>
  );
};

/** The players in the order in which this screen has first seen them; those who were there already by name. */
const useArrivals = (players: readonly Player[]): readonly Player[] => {
  const seen = useRef(new Map<string, number>());
  const byName = players.toSorted((one, other) => one.name.localeCompare(other.name));
  for (const { id } of byName) if (!seen.current.has(id)) seen.current.set(id, seen.current.size);
  return players.toSorted((one, other) => (seen.current.get(one.id) ?? 0) - (seen.current.get(other.id) ?? 0));
};

const headingFor = (status: string, players: number): string => {
  if (status === "failed") return say("screen:hall.noQuestions");
  if (players === 0) return say("screen:hall.comeIn");
  return status === "ready" ? say("screen:hall.ready") : say("screen:hall.next");
};
