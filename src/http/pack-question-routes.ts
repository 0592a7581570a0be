import type { Question } from "../core/game.ts";
import type { QuestionId } from "../core/ids.ts";
import { fitsPack, plain, questionFaults, withIds } from "../packs/edit.ts";
import { mostBytes, type Pack } from "../packs/packs.ts";
import { packQuestionFormat, questionChangesFormat } from "../protocol/packs.ts";
import { checked, createEndpoint } from "./endpoint.ts";
import { ApiError } from "./errors.ts";
import type { PackDoor } from "./pack-door.ts";

/** The questions of a pack one by one. */
export const packQuestionRoutes = (door: PackDoor, newId: () => string) => ({
  addQuestion: createEndpoint(
    "/api/packs/:id/questions",
    { method: "POST", body: packQuestionFormat, ...checked },
    async (request) => {
      const visitor = await door.visitor(request.headers);
      await door.count("write", visitor);
      const [question] = withIds([request.body], [], newId) as [Question];
      assertSoundQuestion(question);
      await door.assertFitQuestion(question);
      const { version } = await door.edit(visitor, request.params.id, undefined, ({ questions }) =>
        fitting([...questions, question]),
      );
      request.setStatus(201);
      return { question, version };
    },
  ),

  changeQuestion: createEndpoint(
    "/api/packs/:id/questions/:question",
    { method: "PATCH", body: questionChangesFormat, ...checked },
    async (request) => {
      const visitor = await door.visitor(request.headers);
      await door.count("write", visitor);
      const { version: seen, ...rest } = request.body;
      const given = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined));
      const { id, question } = request.params;
      await door.assertFitQuestion({ ...blank, ...given });
      const pack = await door.edit(visitor, id, seen, (before) => {
        const changed: Question = plain({ ...questionOf(before, question), ...given });
        assertSoundQuestion(changed);
        return fitting(before.questions.map((one) => (one.id === question ? changed : one)));
      });
      return { question: questionOf(pack, question), version: pack.version };
    },
  ),

  removeQuestion: createEndpoint("/api/packs/:id/questions/:question", { method: "DELETE" }, async (request) => {
    const visitor = await door.visitor(request.headers);
    await door.count("write", visitor);
    const { id, question } = request.params;
    const { version } = await door.edit(visitor, id, undefined, (pack) => {
      questionOf(pack, question);
      return { questions: pack.questions.filter((one) => one.id !== question) };
    });
    return { ok: true as const, version };
  }),
});

/** The question of a pack; throws `not_found`. */
export const questionOf = ({ questions }: Pick<Pack, "questions">, id: string): Question => {
  const question = questions.find((one) => one.id === id);
  if (question === undefined) throw new ApiError("not_found");
  return question;
};

/** What is not changed has been judged before. */
const blank: Question = {
  id: "" as QuestionId,
  prompt: "",
  choices: [],
  key: 0,
  category: "",
  difficulty: "medium",
  explanation: "",
  image: "",
};

const assertSoundQuestion = (question: Question): void => {
  const faults = questionFaults(question);
  if (Object.keys(faults).length > 0) throw new ApiError("malformed", faults);
};

const fitting = (questions: readonly Question[]): Pick<Pack, "questions"> => {
  if (!fitsPack(questions))
    throw new ApiError("too_long", { questions: `are too many, or more than ${mostBytes} bytes` });
  return { questions };
};
