import assert from "node:assert/strict";
import * as fc from "fast-check";
import { type Draft, draftFaults, type RuleCode, tidied } from "../../src/questions/rules.ts";

const good: Draft = {
  prompt: "Which river flows through Vienna?",
  correct: "Danube",
  wrong: ["Rhine", "Elbe", "Vistula"],
  explanation: "Vienna lies on the Danube.",
};
const faults = (change: Partial<Draft>): readonly RuleCode[] => draftFaults(tidied({ ...good, ...change }), () => true);

/** Each is refused for this reason and for no other. */
const refuses = (code: RuleCode, ...changes: readonly Partial<Draft>[]): void => {
  for (const change of changes) assert.deepEqual(faults(change), [code], JSON.stringify(change));
};
const accepts = (...changes: readonly Partial<Draft>[]): void => {
  for (const change of changes) assert.deepEqual(faults(change), [], JSON.stringify(change));
};
const prompts = (...all: readonly string[]): readonly Partial<Draft>[] => all.map((prompt) => ({ prompt }));
const rights = (...all: readonly string[]): readonly Partial<Draft>[] => all.map((correct) => ({ correct }));
const choices = (correct: string, ...wrong: readonly string[]): Partial<Draft> => ({ correct, wrong });

describe("the rules for questions", () => {
  it("accept a good question, as it is", () => {
    assert.deepEqual(faults({}), []);
    assert.deepEqual(tidied(good), good);
    accepts({ explanation: "" });
  });

  it("refuse what is over long", () => {
    const long = (text: string) => `${text} ${"of old ".repeat(14)}`;
    refuses("prompt_length", { prompt: `${"Listen to me. ".repeat(22)}Who?` });
    refuses("choice_length", choices(long("Danube"), ...good.wrong.map(long)));
    refuses("explanation_length", { explanation: "So it is. ".repeat(31) });
    accepts({ prompt: `${"x".repeat(299)}?` });
  });

  it("refuse a prompt that asks nothing", () => {
    refuses("not_a_question", ...prompts("Name the river of Vienna.", "The river of Vienna", "Vienna? On a river."));
    accepts(
      ...prompts("The river of Vienna is:", "____ is the river of Vienna.", "Vienna lies on the …", "¿Qué río?"),
      ...prompts(
        "ウィーンを流れる川は何ですか？",
        "ما هو نهر فيينا؟",
        "Who said “Where is it?”",
        "Vienna is on the ______",
      ),
    );
  });

  it("refuse what can't be seen", () => {
    refuses(
      "invisible",
      ...rights("Dan\u200bube", "Danube\u{e0041}", "Dan\u00adube", "D\u0000anube", "Danube\u3164", "Danu\ufe0fbe"),
    );
    refuses(
      "invisible",
      { explanation: "\u202eSo it is." },
      { prompt: "Which\u2060 river?" },
      { wrong: ["Rhine", "Elbe", "Vis\u200dtula"] },
    );
    refuses("invisible", { correct: "Da\u0301\u0302\u0303\u0304\u0305\u0306nube" });
    accepts(
      { prompt: "کدام رود از وین می\u200cگذرد؟" },
      { prompt: "Which one is ❤\ufe0f?" },
      { prompt: "Which\n\triver?" },
    );
  });

  it("refuse HTML and markup", () => {
    refuses("markup", ...prompts("<b>Which</b> river?", "Which &amp; what?", "Which **river**?", "Which [river](x)?"));
    accepts(...prompts("Is 3 < 4 and 5 > 4?", "What does R&D stand for?"));
  });

  it("refuse links and mentions", () => {
    refuses(
      "link",
      ...prompts(
        "What is https://example.org?",
        "Who is @everyone?",
        "Who owns win.example.com?",
        "Whose is ana@example.net?",
      ),
    );
    refuses("link", { explanation: "See www.example.org" });
    accepts(...prompts("Who made ASP.NET?", "What does the sign @ mean?", "What came out on 1.2.2003?"));
  });

  it("refuse an empty choice, too few of them, and two that are the same", () => {
    refuses("empty_choice", { wrong: ["Rhine", "Elbe", "…"] });
    refuses("same_choices", { wrong: ["Rhine", "Elbe", "  RHINE."] }, { wrong: ["Rhine", "Élbe", "Elbe"] });
    refuses("same_choices", { wrong: ["Rhine", "Elbe", "the Danube"] }, { wrong: ["Rhine", "Elbe", "danube"] });
    accepts(choices("C++", "C", "C#", "D"), choices("5", "-5", "$5", "0.5"), choices("+", "−", "×", "÷"));
  });

  it("take off labels that all choices have, and refuse those that only some have", () => {
    const plain = ["Danube", "Rhine", "Elbe", "Vistula"];
    const labels = [
      ["A) ", "B) ", "C) ", "D) "],
      ["a. ", "b. ", "c. ", "d. "],
      ["(1) ", "(2) ", "(3) ", "(4) "],
      ["A: ", "C: ", "B: ", "D: "],
      ["Option A: ", "Option B: ", "Option C: ", "Option D: "],
      ["A - ", "B - ", "C - ", "D - "],
      ["- ", "- ", "- ", "- "],
    ];
    for (const signs of labels) {
      const [correct = "", ...wrong] = plain.map((choice, at) => `${signs[at]}${choice}`);
      assert.deepEqual(tidied({ ...good, correct, wrong }), good);
      assert(faults(choices(correct, ...plain.slice(1))).includes("letter_labels"), correct);
      assert(faults(choices("Danube", ...wrong)).includes("letter_labels"), correct);
    }
    assert.equal(tidied({ ...good, prompt: "Question 7: Who?" }).prompt, "Who?");
    assert.equal(tidied({ ...good, prompt: "12. Who?" }).prompt, "Who?");
    accepts(choices("C. S. Lewis", "J. R. R. Tolkien", "Edith Nesbit", "A. A. Milne"));
    accepts(
      choices("F. W. Murnau", "Fritz Lang", "Ernst Lubitsch", "G. W. Pabst"),
      choices("2 - 1", "3 - 1", "4 - 2", "3 - 2"),
    );
  });

  it("refuse a key that is a letter or a number of a choice", () => {
    for (const key of ["B", "b)", "(C)", "2", "0", "Option C", "Answer: D", "choice 3"]) {
      assert(faults({ correct: key }).includes("key_form"), key);
    }
    refuses("key_form", choices("a", "b", "c", "d"));
    accepts(choices("2", "3", "1", "4"), choices("B", "AB", "0", "A"), choices("7", "12", "5", "9"));
  });

  it("refuse all of the above and its like", () => {
    for (const choice of [
      "All of the above",
      "None of these",
      "Both A and B",
      "both of them",
      "A and C",
      "Neither of the two",
      "I don't know",
    ]) {
      refuses("catch_all", { wrong: ["Rhine", "Elbe", choice] });
    }
    accepts(choices("None", "One", "Two", "Three"), { wrong: ["Rhine", "Elbe", "All Saints"] });
  });

  it("refuse which of the following, where nobody needs to see them", () => {
    refuses(
      "needless_list",
      ...prompts(
        "Which of the following rivers is the river of Vienna?",
        "Vienna lies on which of these?",
        "Which of these men wrote Faust?",
      ),
    );
    accepts(
      ...prompts(
        "Which of these is not in Europe?",
        "Which of the following is the longest?",
        "Which of these flows north?",
      ),
    );
  });

  it("refuse what is true today at best", () => {
    refuses(
      "dated",
      ...prompts(
        "Who is currently in office?",
        "As of 2024, who?",
        "What is the latest one?",
        "Who is the current president?",
        "Who won this year?",
      ),
    );
    accepts(...prompts("What unit is electric current measured in?", "Who was born in this year: 1770?"));
  });

  it("refuse an answer that stands in the question", () => {
    refuses("answer_in_question", ...prompts("How long is the Danube river?", "On the DÁNUBE, what is Vienna?"));
    accepts(
      // Too short to be more than a coincidence, a part of another word, and a list of all.
      { prompt: "Is an ox a cow?", ...choices("Ox", "Cow", "Yak", "Emu") },
      { prompt: "Where is the Danubean plain?" },
      { prompt: "Danube, Rhine, Elbe or Vistula: which is in Vienna?" },
    );
    refuses("answer_in_question", { prompt: "東京都の首都はどこ？", ...choices("東京", "大阪", "京都", "奈良") });
  });

  it("refuse an answer with a mark on it", () => {
    for (const correct of ["Danube ✓", "*Danube", "Danube*", "The one (correct)"]) {
      assert(faults({ correct }).includes("marked_answer"), correct);
    }
    refuses(
      "marked_answer",
      { wrong: ["Rhine ✗✔", "Elbe", "Vistula"] },
      choices("DANUBE RIVER", "Rhine river", "Elbe river", "Vistula river"),
    );
    accepts(choices("NASA", "Roscosmos", "Kennedy", "Airbus"));
  });

  it("refuse an answer whose length gives it away", () => {
    refuses("length_giveaway", ...rights("The Danube, the longest of them"));
    refuses("length_giveaway", choices("Po", "Mississippi", "Brahmaputra", "Guadalquivir"));
    accepts(choices("Rome", "Alexandria", "Rhodes", "Carthage"), choices("Io", "Pan", "Atlas", "Titan"));
  });

  it("refuse words about the order of choices", () => {
    refuses("refers_to_order", { explanation: "Option B is right." }, { explanation: "It is the first option." });
    refuses("refers_to_order", { prompt: "Is choice A better than choice B?" });
    accepts({ explanation: "It was nobody's first choice of a river." });
  });

  it("ask about every text whether it is fit", () => {
    const asked: string[] = [];
    assert.deepEqual(
      draftFaults(good, (text) => {
        asked.push(text);
        return text !== "Vistula";
      }),
      ["unfit"],
    );
    assert.deepEqual(asked, [good.prompt, good.correct, ...good.wrong]);
    assert.deepEqual(
      draftFaults(good, (text) => text !== good.explanation),
      ["unfit"],
    );
  });

  it("judge whatever comes, and putting it right twice changes nothing", () => {
    const text = fc.string({ unit: "grapheme", maxLength: 120 });
    fc.assert(
      fc.property(
        text,
        text,
        fc.array(text, { minLength: 3, maxLength: 3 }),
        text,
        (prompt, correct, wrong, explanation) => {
          const draft = tidied({ prompt, correct, wrong, explanation });
          assert(Array.isArray(draftFaults(draft, () => true)));
          if (draftFaults(draft, () => true).length === 0) assert.deepEqual(tidied(draft), draft);
        },
      ),
      { numRuns: 200 },
    );
  });
});
