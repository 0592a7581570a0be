import { type IsFit, unfitIn } from "../packs/fit.ts";
import { mostBytes } from "../packs/packs.ts";
import { packExportQuery, packImportQuery } from "../protocol/packs.ts";
import { packWarningsHeader } from "../protocol/pack-warnings.ts";
import { exportPack } from "../questions/formats/export.ts";
import type { ImportOutcome } from "../questions/formats/pack.ts";
import { importInWorker } from "../questions/formats/import-in-worker.ts";
import { told } from "../questions/formats/told.ts";
import type { Question } from "../core/game.ts";
import { type Draft, withIds } from "../packs/edit.ts";
import { download } from "./download.ts";
import { checked, createEndpoint } from "./endpoint.ts";
import { ApiError, failureBody } from "./errors.ts";
import { fileOf } from "./multipart.ts";
import { disposition, shortened, titleFor } from "./pack-names.ts";
import type { PackDoor } from "./pack-door.ts";
import type { Uploads } from "./upload.ts";

/** What a form needs beside its file. */
const formBytes = 64 * 1024;
const mostExplained = 300;
/** Faults and warnings told about words. */
const mostTold = 200;
/** Warnings told with a file: proxies have room for few kilobytes of headers. */
const mostInHeader = 20;

type Parts = { readonly door: PackDoor; readonly uploads: Uploads; readonly newId: () => string };

/** Packs from files, and files from packs. */
export const packFileRoutes = ({ door, uploads, newId }: Parts) => ({
  importPack: createEndpoint(
    "/api/packs/import",
    { method: "POST", disableBody: true, query: packImportQuery, ...checked },
    (request) =>
      uploads.within(request, async () => {
        const visitor = await door.visitor(request.headers);
        await door.count("import", visitor);
        return uploads.receive(request, mostBytes + formBytes, async (form) => {
          const file = await fileOf(form, request.headers?.get("content-type"), mostBytes);
          const read = await importInWorker(file.bytes, { partial: request.query.partial });
          if (!read.ok) return faulty(read.faults);
          const { fit, faults } = await fitOf(read, door.isFit);
          if (faults.length > 0 && (fit.length === 0 || !request.query.partial)) return faulty(faults);
          const named = titleFor(read.title, file.name);
          const { id, title, questions } = await door.add(visitor, {
            id: newId(),
            owner: visitor.identity.id,
            title: door.isFit(named) ? named : titleFor("", ""),
            description: "",
            visibility: "private",
            questions: withIds(fit.map(asDraft), [], newId),
          });
          const warnings = [...read.warnings, ...faults, ...cuts(fit)];
          return Response.json({ pack: { id, title }, questions: questions.map(shown), warnings }, { status: 201 });
        });
      }),
  ),

  exportPack: createEndpoint(
    "/api/packs/:id/export",
    { method: "GET", query: packExportQuery, ...checked },
    async (request) => {
      const { title, questions } = await door.read(await door.visitor(request.headers), request.params.id);
      const { bytes, type, extension, warnings } = await exportPack(request.query.format, { title, questions });
      const warned = warnings.length === 0 ? {} : { [packWarningsHeader]: inHeader(told(warnings, mostInHeader)) };
      return download(bytes, type, disposition(title, extension), warned);
    },
  ),
});

/** A value as a header may hold it. */
const inHeader = (value: unknown): string =>
  JSON.stringify(value).replace(/[^ -~]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`);

/** The questions that may be read by others, and where the rest are. */
const fitOf = async ({ questions, lines }: Extract<ImportOutcome, { readonly ok: true }>, isFit: IsFit) => {
  const unfit = new Map((await unfitIn(questions, isFit)).map(({ index, field }) => [index, field]));
  const faults = [...unfit].map(([index, field]) => ({ line: lines[index] ?? 1, field, reason: "unfit" }));
  return { fit: questions.filter((_question, index) => !unfit.has(index)), faults: faults.slice(0, mostTold) };
};

type Imported = Omit<Draft, "id" | "image">;

const asDraft = (imported: Imported): Draft => {
  const { prompt, choices, key, category, difficulty, explanation, also, points, number, accept } = imported;
  const said = { prompt, choices, key, category, difficulty, explanation: shortened(explanation, mostExplained) };
  return { ...said, image: "", also, points, number, accept };
};

const shown = ({ prompt, choices, key, category, difficulty }: Question) => ({
  prompt,
  choices,
  key,
  category,
  difficulty,
});

/** Files may explain more than a screen has room for. */
const cuts = (questions: readonly Imported[]) => {
  const long = questions.filter(({ explanation }) => explanation.length > mostExplained).length;
  const reason = `${long} longer than ${mostExplained} characters cut`;
  return long === 0 ? [] : [{ line: 1, field: "explanation", reason }];
};

/** Says line by line what is wrong with a file. */
const faulty = (faults: readonly object[]): Response => {
  const { error, ...rest } = failureBody(new ApiError("faulty_file"));
  return Response.json({ ...rest, error: { ...error, faults }, faults }, { status: 422 });
};
