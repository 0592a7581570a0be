import { sentence } from "../codes-text.ts";
import { StartForm } from "../lobby/start-form.tsx";
import { TopicPicture } from "../lobby/topic-picture.tsx";
import { lobby, maySteer, seat } from "../store.ts";
import { Making, MakingMore } from "./making.tsx";

/** What is shown while no game is played. */
export const Between = () => {
  const { status = "", failureReason = "", topic = "", building } = lobby.value ?? {};
  const hasFailed = status === "failed";
  return (
    <div class="between">
      <TopicPicture />
      {status === "building" && building !== undefined ? (
        <Making {...building} />
      ) : (
        <>
          <h2>{headingFor(status)}</h2>
          {hasFailed && (
            <p class="fault" role="alert">
              {sentence(failureReason)}
            </p>
          )}
          <p class="muted">{waitingFor(status, topic)}</p>
          <MakingMore />
          {seat.value !== "" && <StartForm again={hasFailed ? "Try again" : ""} />}
        </>
      )}
    </div>
  );
};

const headingFor = (status: string): string => {
  if (status === "ready") return "Ready to play";
  return status === "failed" ? "There are no questions" : "No game is being played";
};

const waitingFor = (status: string, topic: string): string => {
  if (seat.value === "") return "You are watching. When a game starts, you see it here.";
  if (status === "failed") return "Try again, or choose something else.";
  if (status !== "ready") return "Have a chat, or start a game.";
  const about = topic === "" ? "" : ` about ${topic}`;
  return maySteer.value
    ? `The questions${about} are ready. Start when everybody is here.`
    : `The questions${about} are ready. The host starts the game.`;
};
