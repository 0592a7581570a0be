import { Avatar } from "../lobby/avatar.tsx";
import { lobby } from "../store.ts";

/** As many as fit below the choices of a phone. */
const shownMost = 9;

/** Who has answered already, as marks; the line above the question has the figures. */
export const WhoIsIn = () => {
  const here = (lobby.value?.players ?? []).filter(({ connected, seen }) => connected && !seen);
  // By id, so that nobody changes places while one looks.
  const shown = here.toSorted((one, other) => (one.id < other.id ? -1 : 1)).slice(0, shownMost);
  return (
    <div class="who-is-in" aria-hidden="true">
      {shown.map(({ id, name, answered }) => (
        <span key={id} class={answered ? "in" : ""}>
          <Avatar id={id} name={name} />
        </span>
      ))}
      {here.length > shown.length && <span class="muted">+{here.length - shown.length}</span>}
    </div>
  );
};
