import "../style/fairness.css";
import { checkFairness, type Evidence, type Fault, type Finding } from "../../../src/core/fairness-check.ts";
import type { Proof } from "../../../src/core/fairness.ts";
import { read, useFetched } from "../people/fetched.ts";
import { noted } from "../store.ts";
import { inFigures, inList } from "../text/figures.ts";
import { type Key, say } from "../text/say.ts";

type Checked = { readonly proof: Proof; readonly finding: Finding };

const check = async (game: string): Promise<Checked | "open"> => {
  const evidence = await read<Evidence>(proofPath(game));
  const { proof } = evidence;
  if (proof === undefined) return "open";
  return { proof, finding: checkFairness({ ...evidence, proof }, [...(noted.get(game) ?? [])]) };
};

const proofPath = (game: string): string => `/api/games/${encodeURIComponent(game)}/proof`;

/** What came of it, in words. */
export const Check = ({ game }: { readonly game: string }) => {
  const { data, code } = useFetched(game, () => check(game));
  if (code !== "") return <p class="fault">{say("fairness:notChecked")}</p>;
  if (data === undefined) return <p class="muted">{say("fairness:checking")}</p>;
  if (data === "open") return <p data-testid="fairness">{say("fairness:notCommitted")}</p>;
  const { proof, finding } = data;
  const isFair = finding.faults.length === 0;
  return (
    <div class="fairness" data-testid="fairness" data-fair={isFair}>
      <p class={isFair ? "fair" : "unfair"}>
        <strong>{say(isFair ? "fairness:fair" : "fairness:unfair")}</strong>
      </p>
      <ul>
        {finding.faults.map((fault) => (
          <li key={`${fault.what} ${fault.number}`} class="unfair">
            {faultWords(fault)}
          </li>
        ))}
        {wordsOf(finding, proof).map((words) => (
          <li key={words}>{words}</li>
        ))}
      </ul>
      <p class="commitment">
        {say("fairness:commitment")} <code>{proof.commitments[0]}</code>
      </p>
      <p>
        <a href={proofPath(game)} download={`proof-${game.replace(/[^\w-]/g, "")}.json`}>
          {say("fairness:save")}
        </a>
      </p>
    </div>
  );
};

/** What was looked at. */
const wordsOf = ({ commitments, noted: seen, questions, corrected }: Finding, { setup }: Proof): readonly string[] => [
  say("fairness:hashed", { count: commitments }),
  seen > 0 ? say("fairness:seen") : say("fairness:notSeen"),
  ...(questions > 0 ? [say("fairness:questions", { count: questions })] : []),
  ...(setup.written === true ? [say("fairness:written")] : []),
  ...(corrected.length > 0
    ? [say("fairness:corrected", { list: inList(corrected.map((one) => inFigures(one))) })]
    : []),
  say("fairness:more"),
];

const faultKeys: Readonly<Record<Fault["what"], Key>> = {
  other_game: "fairness:fault.otherGame",
  not_as_noted: "fairness:fault.notAsNoted",
  commitment: "fairness:fault.commitment",
  not_committed: "fairness:fault.notCommitted",
  order: "fairness:fault.order",
  changed: "fairness:fault.changed",
  dealing: "fairness:fault.changed",
  drawn: "fairness:fault.changed",
};

const faultWords = ({ what, number }: Fault): string => say(faultKeys[what], { number });
