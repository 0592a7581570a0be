import { useEffect, useRef } from "preact/hooks";
import { letterOf } from "../../game/marks.ts";
import { QuestionTools } from "../../game/question-tools.tsx";
import { say } from "../../text/say.ts";
import { Brought } from "./brought.tsx";
import { Heading } from "./heading.tsx";
import { namesOf, orderOf, type Unmasked, unmasked, useStep } from "./round.ts";

type Props = { readonly shown: Unmasked };

/** Lie by lie who wrote it and who fell for it, and then the truth. */
export const Unmasking = () => {
  const shown = unmasked();
  if (shown === undefined) return null;
  return (
    <div class={shown.struck ? "question bluff struck-out" : "question bluff"}>
      <Heading timed={false} />
      <Masks shown={shown} follows />
      <Afterwards shown={shown} />
    </div>
  );
};

/** `follows` where the latest is brought into sight. */
export const Masks = ({ shown, follows = false }: Props & { readonly follows?: boolean }) => {
  const step = useStep(shown);
  const order = orderOf(shown);
  const isOver = step > order.length;
  const latest = isOver ? shown.key : (order[step - 1] ?? -1);
  return (
    <>
      <ul class="bluff-options" data-testid="masks">
        {shown.options.map((option, index) => (
          <Mask
            key={`${index} ${option.text}`}
            shown={shown}
            index={index}
            isOpen={index === shown.key ? isOver : order.indexOf(index) < step}
            isLatest={index === latest}
            follows={follows}
          />
        ))}
      </ul>
      <p class="for-ears" role="status">
        {latest >= 0 && told(shown, latest)}
      </p>
    </>
  );
};

type MaskProps = Props & {
  readonly index: number;
  readonly isOpen: boolean;
  readonly isLatest: boolean;
  readonly follows: boolean;
};

const Mask = ({ shown, index, isOpen, isLatest, follows }: MaskProps) => {
  const item = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (isLatest && follows) item.current?.scrollIntoView({ block: "nearest" });
  }, [isLatest, follows]);
  const isTruth = index === shown.key;
  const marks = ["bluff-option", isOpen && (isTruth ? "truth" : "lie"), isLatest && "opened-last"];
  return (
    <li ref={item} class={marks.filter(Boolean).join(" ")}>
      <span class="letter">{letterOf(index)}</span> <bdi class="said">{shown.options[index]?.text}</bdi>
      {isOpen && (
        <span class="behind">
          <strong>{whose(shown, index)}</strong> <span>{fallen(shown, index)}</span>
        </span>
      )}
    </li>
  );
};

const whose = ({ options, key }: Unmasked, index: number): string => {
  if (index === key) return say("modeBluff:unmask.truth");
  const authors = options[index]?.authors ?? [];
  return authors.length === 0
    ? say("modeBluff:unmask.decoy")
    : say("modeBluff:unmask.lie", { names: namesOf(authors) });
};

const fallen = ({ options, key }: Unmasked, index: number): string => {
  const fell = options[index]?.fell ?? [];
  const names = namesOf(fell);
  if (index === key) return fell.length === 0 ? say("modeBluff:unmask.lost") : say("modeBluff:unmask.found", { names });
  return fell.length === 0 ? say("modeBluff:unmask.nobody") : say("modeBluff:unmask.fooled", { names });
};

const told = (shown: Unmasked, index: number): string =>
  `${shown.options[index]?.text ?? ""}: ${whose(shown, index)}. ${fallen(shown, index)}.`;

/** Once the truth is told. */
const Afterwards = ({ shown }: Props) => {
  const step = useStep(shown);
  if (step < shown.options.length) return null;
  return (
    <>
      {shown.struck ? <p class="struck">{say("modeBluff:unmask.struck")}</p> : <Brought />}
      {shown.explanation && (
        <p class="explanation" dir="auto">
          {shown.explanation}
        </p>
      )}
      <QuestionTools />
    </>
  );
};
