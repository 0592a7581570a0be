import { profilePath } from "../people/paths.ts";
import { lobby } from "../store.ts";

type Props = { readonly id: string; readonly name: string };

/** A name that leads to what somebody has played; while a question is open it is a name alone, and in nobody's way. */
export const PlayerName = ({ id, name }: Props) =>
  lobby.value?.game.phase === "question" ? (
    <bdi class="name">{name}</bdi>
  ) : (
    // In a tab of its own: who leaves this one leaves the lobby.
    <a class="name" href={profilePath(id)} target="_blank" rel="noopener">
      <bdi>{name}</bdi>
    </a>
  );
