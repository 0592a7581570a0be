import { sentence } from "../codes-text.ts";
import { Making, MakingMore } from "../game/making.tsx";
import { LobbyNotes } from "../hosting/lobby-notes.tsx";
import { Avatar } from "../lobby/avatar.tsx";
import { TopicPicture } from "../lobby/topic-picture.tsx";
import { lobby } from "../store.ts";
import { JoinPanel } from "./join-panel.tsx";

/** A crowd is counted, not listed. */
const listedMost = 24;

/** While no game is played: how to get in, and who is there. */
export const Hall = () => {
  const { code = "", status = "", failureReason = "", building, players = [] } = lobby.value ?? {};
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
        <p class="here-count">{players.length === 1 ? "1 player is here" : `${players.length} players are here`}</p>
        <ul class={players.length > 12 ? "here crowd" : "here"} aria-label="Players" data-testid="players">
          {players.slice(0, listedMost).map(({ id, name, kind }) => (
            <li key={id}>
              <Avatar id={id} name={name} />
              <span class="name">{name}</span>
              {kind === "bot" && <span class="badge">bot</span>}
            </li>
          ))}
          {players.length > listedMost && <li class="more">and {players.length - listedMost} more</li>}
        </ul>
      </section>
    </div>
  );
};

const headingFor = (status: string, players: number): string => {
  if (status === "failed") return "There are no questions";
  if (players === 0) return "Come in!";
  return status === "ready" ? "Ready when you are" : "Next game: who is in?";
};
