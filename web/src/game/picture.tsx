import { useState } from "preact/hooks";

/** The picture that belongs to a question. What it shows may be the answer, so its text says nothing of that. */
export const QuestionPicture = ({ url }: { readonly url: string }) => {
  const [broken, setBroken] = useState(false);
  if (broken) return <p class="muted">The picture for this question can't be shown.</p>;
  return (
    <img
      class="question-image"
      src={url}
      alt="Picture for this question"
      decoding="async"
      onError={() => setBroken(true)}
    />
  );
};
