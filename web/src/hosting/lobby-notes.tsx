import { lobby, plays, seat } from "../store.ts";
import { answerTimes } from "./answer-times.ts";

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
  const { answerTime = 1 } = lobby.value ?? {};
  const words = answerTimes.find(({ value }) => value === answerTime)?.words ?? "";
  return answerTime === 1 ? "" : `There is ${words} to answer.`;
};

const seenNote = (): string => {
  const { players = [], status } = lobby.value ?? {};
  const names = players.filter(({ seen }) => seen).map(({ name }) => name);
  if (names.length === 0 || (status !== "ready" && status !== "in-progress")) return "";
  if (seat.value !== "" && !plays.value)
    return "You have seen these questions: you run this game, and don't play in it.";
  const who = new Intl.ListFormat("en").format(names);
  return `${who} ${names.length === 1 ? "has" : "have"} seen these questions, and won't play them.`;
};
