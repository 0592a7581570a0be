import { sentence } from "../codes-text.ts";
import { StartForm } from "../lobby/start-form.tsx";
import { lobby, maySteer, seat } from "../store.ts";

/** What is shown while no game is played. */
export const Between = () => {
  const { status, failureReason = "", topic, building } = lobby.value ?? {};
  if (status === "building" && building !== undefined) return <Building {...building} />;
  return (
    <div class="between">
      {status === "failed" && (
        <p class="fault" role="alert">
          {sentence(failureReason)}
        </p>
      )}
      <h2>{status === "ready" ? "Ready to play" : "No game is being played"}</h2>
      <p class="muted">{waitingFor(status ?? "", topic ?? "")}</p>
      {seat.value !== "" && <StartForm />}
    </div>
  );
};

const waitingFor = (status: string, topic: string): string => {
  if (seat.value === "") return "You are watching. When a game starts, you see it here.";
  if (status !== "ready") return "Have a chat, or start a game.";
  const about = topic === "" ? "" : ` about ${topic}`;
  return maySteer.value
    ? `The questions${about} are ready. Start when everybody is here.`
    : `The questions${about} are ready. The host starts the game.`;
};

const stageText = (stage: string): string =>
  stage === "" ? "Making the questions" : sentenceCase(stage.replaceAll("_", " "));

const sentenceCase = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

const Building = ({
  stage,
  done,
  total,
}: {
  readonly stage: string;
  readonly done: number;
  readonly total: number;
}) => (
  <div class="between">
    <h2>Getting the questions ready</h2>
    <p class="muted" id="building-stage">
      {stageText(stage)}
      {total > 0 ? ` · ${done} of ${total}` : "…"}
    </p>
    {total > 0 ? (
      <progress value={done} max={total} aria-labelledby="building-stage" />
    ) : (
      <progress aria-labelledby="building-stage" />
    )}
  </div>
);
