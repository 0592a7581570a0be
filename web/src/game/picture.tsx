import { useState } from "preact/hooks";
import { partOf } from "../modes/view.ts";
import { say } from "../text/say.ts";

/** The picture that belongs to a question. What it shows may be the answer, so its text says nothing of that. */
export const QuestionPicture = ({ url }: { readonly url: string }) => {
  const [broken, setBroken] = useState(false);
  if (broken) return <p class="muted">{say("play:picture.broken")}</p>;
  return (
    <img
      class="question-image"
      src={url}
      alt={(partOf("picture") as string | undefined) ?? say("play:picture.alt")}
      decoding="async"
      onError={() => setBroken(true)}
    />
  );
};
