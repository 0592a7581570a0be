import { exportCsv } from "./export-csv.ts";
import { exportGift } from "./export-gift.ts";
import { exportKahoot } from "./export-kahoot.ts";
import { parlorFormat } from "./parlor.ts";
import type { Fault, ImportedQuestion } from "./pack.ts";
import { tidy, tidyLine } from "./tidy.ts";

export type ExportFormat = "csv" | "json" | "gift" | "kahoot";

export type Pack = { readonly title: string; readonly questions: readonly ImportedQuestion[] };

export type Exported = {
  readonly bytes: Uint8Array;
  readonly type: string;
  readonly extension: string;
  /** What the format can't hold; `line` is the number of the question. */
  readonly warnings: readonly Fault[];
};

/** A pack as a file. Imported again, it gives the same questions, as far as Kahoot's spreadsheet has room for them. */
export const exportPack = async (format: ExportFormat, pack: Pack): Promise<Exported> => {
  const { title, questions } = tidied(pack);
  switch (format) {
    case "csv":
      return { ...file(exportCsv(questions), "text/csv; charset=utf-8"), extension: "csv" };
    case "json": {
      const text = JSON.stringify({ format: parlorFormat, version: 1, title, questions }, undefined, 2);
      return { ...file(`${text}\n`, "application/json"), extension: "json" };
    }
    case "gift":
      return { ...file(exportGift(questions), "text/plain; charset=utf-8"), extension: "gift.txt" };
    case "kahoot": {
      const { bytes, warnings } = await exportKahoot(title, questions);
      const type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
      return { bytes, type, extension: "xlsx", warnings };
    }
  }
};

const file = (text: string, type: string) => ({ bytes: new TextEncoder().encode(text), type, warnings: [] });

/** What an import would make of the texts; so that nothing invisible is written, wherever the pack came from. */
const tidied = ({ title, questions }: Pack): Pack => ({
  title: tidyLine(title),
  questions: questions.map((question) => ({
    ...question,
    prompt: tidy(question.prompt),
    choices: question.choices.map(tidyLine),
    category: tidyLine(question.category),
    explanation: tidy(question.explanation),
  })),
});
