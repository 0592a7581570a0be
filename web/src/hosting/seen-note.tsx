import { lobby, plays, seat } from "../store.ts";

/** Says, to everybody, who knows the answers beforehand and so does not play. */
export const SeenNote = () => {
  const { players = [], status } = lobby.value ?? {};
  if (status !== "ready" && status !== "in-progress") return null;
  const names = players.filter(({ seen }) => seen).map(({ name }) => name);
  if (names.length === 0) return null;
  const isOwn = seat.value !== "" && !plays.value;
  return (
    <p class="seen-note" data-testid="seen-note">
      {isOwn
        ? "You have seen these questions: you run this game, and don't play in it."
        : `${new Intl.ListFormat("en").format(names)} has seen these questions, and doesn't play them.`}
    </p>
  );
};
