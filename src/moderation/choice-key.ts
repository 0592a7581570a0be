import { folded } from "../questions/text.ts";

/** What people say around an answer: "is it …", "I think it's …", "b) …". */
const around =
  /^(?:(?:(?:i (?:think|guess|say)|im (?:sure|going with)|maybe|perhaps|probably|um|hmm|ok|so) )*(?:is it|it s|its|it is|thats|that is|that s|(?:the|my|our) (?:answer|guess) is|answer|could it be|must be|i (?:think|guess|say)|maybe|probably) )?(?:(?:option|choice|letter) )?(?:[a-h1-8] )?(?=\S)/;

/** A text as it is compared with the choices of questions: folded, and without what people say around an answer. */
export const choiceKey = (text: string): string => {
  const key = folded(text);
  return key.replace(around, "");
};
