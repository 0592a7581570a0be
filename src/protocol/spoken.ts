type Asked = { readonly prompt: string; readonly choices: readonly string[] };
type Solved = Asked & { readonly key: number; readonly explanation: string };

const letter = (index: number): string => String.fromCharCode(65 + index);

/** A sentence ends with a stop, so that a voice pauses. */
const sentence = (text: string): string => (/[.!?…:;。！？]$/u.test(text.trim()) ? text.trim() : `${text.trim()}.`);

/** A question as it is read aloud. */
export const questionAloud = ({ prompt, choices }: Asked): string =>
  [sentence(prompt), ...choices.map((choice, index) => sentence(`${letter(index)}: ${choice}`))].join(" ");

/** Its answer as it is read aloud: no words around it, as those would be in another language. */
export const answerAloud = ({ choices, key, explanation }: Solved): string => {
  const choice = choices[key];
  if (choice === undefined) return "";
  return [sentence(`${letter(key)}: ${choice}`), ...(explanation === "" ? [] : [sentence(explanation)])].join(" ");
};
