import { words } from "./words.ts";

/** What a column or a property holds, by its name. */
export type Role =
  | { readonly is: "number" | "prompt" | "category" | "difficulty" | "explanation" | "seconds" | "type" }
  /** One choice, and where it stands among the choices. */
  | { readonly is: "choice"; readonly place: number }
  /** One wrong choice, or a list of them. */
  | { readonly is: "wrong"; readonly several: boolean }
  | { readonly is: "choices" }
  /** The choices where something else is the key; else the key. */
  | { readonly is: "answers" }
  | { readonly is: "key"; readonly kind: "any" | "text" | "letter" | "number" };

/** Names in the languages that teachers' spreadsheets come in, as `words` writes them, with _ for a space. */
const plainNames = {
  number:
    "# no nr num number id uuid index idx s_no sno sl_no serial_no serial_number nummer numero question_id question_no question_# question_number q_no q_#",
  prompt:
    "question questions question_text question_title question_content question_body question_stem prompt stem statement q ques text problem frage fragen fragetext pregunta preguntas enunciado pergunta perguntas questao domanda domande vraag vragen pytanie fraga sporsmal kysymys soru otazka intrebare вопрос питання 题目 題目 题目内容 題目內容 题干 问题 問題 질문 السؤال",
  category:
    "category categories category_name topic topics subject theme genre section chapter unit tag tags area kategorie thema fach categorie categoria tema materia sujet matiere assunto argomento onderwerp категория тема",
  difficulty:
    "difficulty difficulty_level level diff schwierigkeit schwierigkeitsgrad niveau dificultad dificuldade difficolta difficulte stufe nivel сложность",
  explanation:
    "explanation explanations explain feedback general_feedback answer_explanation answer_feedback correct_feedback rationale reason reasoning justification comment comments note notes fun_fact erklarung erlauterung hinweis explicacion explication explicacao justificativa spiegazione uitleg пояснение объяснение",
  seconds:
    "time timer time_limit time_limit_sec time_in_seconds time_seconds time_sec seconds secs duration zeit zeitlimit sekunden tiempo tempo temps tijd",
  type: "type question_type q_type kind format fragetyp tipo typ",
} as const;

const names: ReadonlyMap<string, Role> = new Map(
  Object.entries(plainNames).flatMap(([is, list]) =>
    list.split(" ").map((name) => [name.replaceAll("_", " "), { is } as Role] as const),
  ),
);

const noun =
  "(?:option|answer|choice|alternative|response|ans|opt|antwort|antwortmoglichkeit|auswahl|reponse|respuesta|opcion|resposta|opcao|alternativa|risposta|opzione|antwoord|optie|odpowiedz|svar|vastaus|cevap|secenek|вариант|ответ|вариант ответа|选项|選項)";
const wrongWord =
  "(?:wrong|incorrect|false|bad|falsch|falsche|incorrecta|incorreta|errada|sbagliata|fausse|mauvaise|foute)";
const keyWord =
  "(?:correct|right|true|solution|key|richtig|richtige|korrekt|losung|correcta|correcto|correta|certa|corretta|bonne|juste|juist|juiste|correcte|poprawna|ratt|gabarito|solucion|правильныи|верныи|正确答案|正確答案|答案|정답)";

const oneChoice = new RegExp(`^(?:possible )?${noun}s? ?(\\d{1,2}|[a-h])(?: text)?$`, "u");
const wrongChoice = new RegExp(`^(?:${wrongWord}(?: ${noun})?|distractor)(s|n|en)?( (?:\\d{1,2}|[a-h]))?$`, "u");
const choiceList = new RegExp(
  `^(?:(?:possible |multiple )?${noun}(?:s|es|n|en)|alternativ|answer options|answer choices|opts|o)$`,
  "u",
);
const key = new RegExp(
  `^(?:the )?(?:${keyWord}(?: ${noun})?|${noun}(?: ${keyWord})?)s?(?: key)?(?: (index|idx|number|no|num|#|position|letter|text|value|id|name|label))?$`,
  "u",
);

/** The same few names come with every question. */
const memo = new Map<string, Role | undefined>();

export const roleOf = (name: string): Role | undefined => {
  const known = memo.get(name);
  if (known !== undefined || memo.has(name)) return known;
  const role = read(name);
  if (memo.size > 1000) memo.clear();
  if (name.length <= 200) memo.set(name, role);
  return role;
};

const read = (name: string): Role | undefined => {
  if (!/^[\s\p{Cf}*(¿]*[\p{L}\p{N}#]/u.test(name)) return undefined;
  // The rest is advice: "Answer 3 - max 75 characters (optional)".
  const plain = words(name.split(/\n|\(|:| [-–—] /, 1)[0] ?? "");
  const known = names.get(plain);
  if (known !== undefined) return known;
  const place = oneChoice.exec(plain)?.[1] ?? /^(?:\d|[a-h])$/.exec(plain)?.[0];
  if (place !== undefined) return { is: "choice", place: /\d/.test(place) ? Number(place) : place.charCodeAt(0) - 97 };
  const wrong = wrongChoice.exec(plain);
  if (wrong !== null) return { is: "wrong", several: wrong[1] !== undefined && wrong[2] === undefined };
  if (plain === "answers" || plain === "ans") return { is: "answers" };
  if (choiceList.test(plain)) return { is: "choices" };
  const keyed = key.exec(plain);
  return keyed === null ? undefined : { is: "key", kind: keyKinds.get(keyed[1] ?? "") ?? "any" };
};

const keyKinds = new Map<string, "text" | "letter" | "number">([
  ...["index", "idx", "number", "no", "num", "#", "position"].map((name) => [name, "number"] as const),
  ["letter", "letter"],
  ["text", "text"],
  ["value", "text"],
]);
