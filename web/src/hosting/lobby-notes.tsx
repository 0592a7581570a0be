import { lobby, plays, seat } from "../store.ts";
import { inList } from "../text/figures.ts";
import { say } from "../text/say.ts";

/** What everybody should know of the game at hand: how long there is to answer, and who knows the answers already. */
export const LobbyNotes = () => {
  const { game, status } = lobby.value ?? {};
  // While a question is open its timer says how long, and on a phone there is room for nothing else.
  if (status === "completed" || (status === "in-progress" && game?.phase === "question")) return null;
  const notes = [answerTimeNote(), seenNote()].filter(Boolean);
  if (notes.length === 0) return null;
  return (
    <ul class="lobby-notes" data-testid="lobby-notes">
      {notes.map((words) => (
        <li key={words}>{words}</li>
      ))}
    </ul>
  );
};

const answerTimeNote = (): string => {
  switch (lobby.value?.answerTime) {
    case 1.5:
      return say("host:notes.half");
    case 2:
      return say("host:notes.twice");
    case 3:
      return say("host:notes.thrice");
    default:
      return "";
  }
};

const seenNote = (): string => {
  const { players = [], status } = lobby.value ?? {};
  const names = players.filter(({ seen }) => seen).map(({ name }) => name);
  if (names.length === 0 || (status !== "ready" && status !== "in-progress")) return "";
  if (seat.value !== "" && !plays.value) return say("host:notes.seenByYou");
  return say("host:notes.seenBy", { names: inList(names), count: names.length });
};
