import { z } from "zod";
import type { ZodOpenApiPathsObject } from "zod-openapi";
import {
  anewFormat,
  makePackFormat,
  newPackFormat,
  packChangesFormat,
  packExportQuery,
  packImportQuery,
  packListQuery,
  packQuestionFormat,
  questionChangesFormat,
} from "../protocol/packs.ts";
import { answers, failure, idInPath, json, ok, signedInOnly } from "./openapi-parts.ts";

const security = signedInOnly;
const visibility = z.enum(["private", "link"]);
const difficulty = z.enum(["easy", "medium", "hard"]);
const imported = z.object({
  prompt: z.string(),
  choices: z.array(z.string()),
  key: z.int(),
  category: z.string(),
  difficulty,
});
const question = imported
  .extend({ id: z.string(), explanation: z.string(), image: z.string() })
  .meta({ id: "PackQuestion" });
const line = z
  .object({
    id: z.string(),
    owner: z.string(),
    title: z.string(),
    description: z.string(),
    visibility,
    size: z.int(),
    version: z.int(),
    createdAt: z.string(),
    updatedAt: z.string(),
  })
  .meta({ id: "PackLine" });
const pack = line.extend({ questions: z.array(question) }).meta({ id: "Pack" });
const faults = z.array(z.object({ line: z.int(), field: z.string(), reason: z.string() }));
const version = z.int();
const changed = z.object({ question, version });
const questionInPath = { path: z.object({ id: z.string(), question: z.string() }) };

/** Question packs. */
export const packPaths: ZodOpenApiPathsObject = {
  "/api/packs": {
    post: {
      summary: "Make a pack, of 5 MB at most",
      security,
      requestBody: json(newPackFormat),
      responses: answers("201", "Made", pack),
    },
    get: {
      summary: "Your packs, newest first",
      security,
      requestParams: { query: packListQuery },
      responses: answers("200", "A page", z.object({ packs: z.array(line), cursor: z.string().optional() })),
    },
  },
  "/api/packs/{id}": {
    get: {
      summary: "A pack; its owner, staff, and whoever has the id when its visibility is `link`",
      security,
      requestParams: idInPath,
      responses: answers("200", "It", pack),
    },
    patch: {
      summary: "Change a pack; owner or admin. With `version`, refused as `conflict` once it has another one",
      security,
      requestParams: idInPath,
      requestBody: json(packChangesFormat),
      responses: answers("200", "As it is now", pack),
    },
    delete: {
      summary: "Delete a pack; owner or admin",
      security,
      requestParams: idInPath,
      responses: answers("200", "Deleted", ok),
    },
  },
  "/api/packs/{id}/copy": {
    post: {
      summary: "Make a pack of your own of one that you may see",
      security,
      requestParams: idInPath,
      responses: answers("201", "Made", pack),
    },
  },
  "/api/packs/{id}/export": {
    get: {
      summary: "A pack as a file",
      security,
      requestParams: { ...idInPath, query: packExportQuery },
      responses: {
        "200": {
          description:
            "The file; `x-parlor-warnings`, a JSON list, says what the format can't hold, question by question",
          content: { "*/*": { schema: { type: "string", format: "binary" } } },
        },
        default: { description: "Refused; `error.code` says why", ...json(failure) },
      },
    },
  },
  "/api/packs/{id}/questions": {
    post: {
      summary: "Add a question at the end; owner or admin",
      security,
      requestParams: idInPath,
      requestBody: json(packQuestionFormat),
      responses: answers("201", "Added", changed),
    },
  },
  "/api/packs/{id}/questions/{question}": {
    patch: {
      summary: "Change a question; owner or admin",
      security,
      requestParams: questionInPath,
      requestBody: json(questionChangesFormat),
      responses: answers("200", "As it is now", changed),
    },
    delete: {
      summary: "Delete a question; owner or admin",
      security,
      requestParams: questionInPath,
      responses: answers("200", "Deleted", ok.extend({ version })),
    },
  },
  "/api/packs/{id}/questions/{question}/anew": {
    post: {
      summary: "Put a question that a source makes in the place of this one; owner or admin",
      security,
      requestParams: questionInPath,
      requestBody: json(anewFormat),
      responses: answers("200", "The new one", changed),
    },
  },
  "/api/packs/make": {
    post: {
      summary: "Make a pack of questions that a source makes; this takes up to a minute",
      security,
      requestBody: json(makePackFormat),
      responses: answers("201", "Made; `note` says what the source has to say", pack.extend({ note: z.string() })),
    },
  },
  "/api/packs/import": {
    post: {
      summary: "Make a pack of a file of at most 5 MB",
      security,
      requestParams: { query: packImportQuery },
      requestBody: {
        content: {
          "multipart/form-data": {
            schema: {
              type: "object",
              properties: { file: { type: "string", format: "binary" } },
              required: ["file"],
            },
          },
        },
      },
      responses: {
        ...answers(
          "201",
          "Made",
          z.object({
            pack: z.object({ id: z.string(), title: z.string() }),
            questions: z.array(imported),
            warnings: faults,
          }),
        ),
        "422": {
          description: "The file has faults, and nothing was stored",
          ...json(failure.extend({ error: failure.shape.error.extend({ faults }), faults })),
        },
      },
    },
  },
};
