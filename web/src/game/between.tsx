import { sentence } from "../codes-text.ts";
import { StartForm } from "../lobby/start-form.tsx";
import { TopicPicture } from "../lobby/topic-picture.tsx";
import { lobby, maySteer, seat } from "../store.ts";
import { Making, MakingMore } from "./making.tsx";
import { say } from "../text/say.ts";

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
          {seat.value !== "" && <StartForm again={hasFailed ? say("play:out.tryAgain") : ""} />}
        </>
      )}
    </div>
  );
};

const headingFor = (status: string): string => {
  if (status === "ready") return say("play:between.ready");
  return say(status === "failed" ? "play:between.noQuestions" : "play:between.none");
};

const waitingFor = (status: string, topic: string): string => {
  if (seat.value === "") return say("play:between.watching");
  if (status === "failed") return say("play:between.retry");
  if (status !== "ready") return say("play:between.chat");
  if (topic === "") return say(maySteer.value ? "play:between.mine" : "play:between.theirs");
  return say(maySteer.value ? "play:between.mineAbout" : "play:between.theirsAbout", { topic });
};
