import type { Question } from "../../src/core/game.ts";
import { folded } from "../../src/questions/text.ts";
import { countryChecks } from "./facts-countries.ts";
import { elementChecks } from "./facts-elements.ts";
import { ruleChecks } from "./facts-rules.ts";
import { wordChecks } from "./facts-words.ts";

/** What a question says, apart from how it was made. */
export type Asked = {
  /** The part of the id after its kind. */
  readonly key: string;
  readonly prompt: string;
  readonly right: string;
  readonly wrong: readonly string[];
  readonly image: string;
};

/** Whether the right choice is right, and whether no wrong one is, by the data alone. */
export type Check = (asked: Asked) => boolean;

const checks: Readonly<Record<string, Check>> = { ...countryChecks, ...elementChecks, ...ruleChecks, ...wordChecks };

export const checkedKinds: readonly string[] = Object.keys(checks);

/** What is wrong with a question of facts, derived again from the packages' own files; "" for nothing. */
export const faultOf = ({ id, prompt, choices, key, explanation, image }: Question): string => {
  const [source, kind = "", ...rest] = id.split("-");
  const [right = "", ...wrong] = choices;
  const check = checks[kind];
  if (source !== "facts" || check === undefined) return "unknown kind";
  if (key !== 0 || choices.length !== 4) return "not four choices with the right one first";
  if (new Set(choices.map(folded)).size !== 4 || choices.some((choice) => folded(choice) === ""))
    return "choices alike";
  if (choices.some(({ length }) => length > 60) || prompt.length > 150) return "too long";
  if (explanation === "" || explanation.length > 160 || explanation.includes("\n")) return "explanation";
  if (folded(right).length >= 3 && ` ${folded(prompt)} `.includes(` ${folded(right)} `)) return "says its answer";
  return check({ key: rest.join("-"), prompt, right, wrong, image }) ? "" : "not so by the data";
};
