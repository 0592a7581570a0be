import { glob, readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseSync } from "vite";

const source = fileURLToPath(new URL("../../web/src/", import.meta.url));

type Node = { readonly type: string } & Readonly<Record<string, unknown>>;

/** Words in a source that people would see, and the line they are in. */
export type Literal = { readonly file: string; readonly words: string };

/** Attributes whose words people see or hear. */
const shownAttributes = new Set([
  "aria-label",
  "aria-roledescription",
  "title",
  "placeholder",
  "alt",
  "label",
  "legend",
  "heading",
  "hint",
  "sure",
  "words",
]);

/** What is said in English by the components themselves, and not by the files of texts. */
export const literalsInPortal = async (): Promise<readonly Literal[]> => {
  const found: Literal[] = [];
  for await (const file of glob("**/*.{ts,tsx}", { cwd: source })) {
    const text = await readFile(join(source, file), "utf8");
    const { program } = parseSync(file, text);
    walk(program as unknown as Node, (words) => found.push({ file, words }));
  }
  return found;
};

const isNode = (value: unknown): value is Node =>
  typeof value === "object" && value !== null && typeof (value as { type?: unknown }).type === "string";

const walk = (node: Node, say: (words: string) => void): void => {
  if (node.type === "JSXText") say(String(node["value"]));
  if (node.type === "JSXAttribute" && shownAttributes.has(nameOf(node["name"]))) said(node["value"], say);
  if (node.type === "JSXElement" || node.type === "JSXFragment")
    for (const child of node["children"] as readonly Node[]) {
      if (child.type === "JSXExpressionContainer") said(child, say);
    }
  if (node.type === "Literal" && isSentence(node["value"])) say(String(node["value"]));
  if (node.type === "ThrowStatement" || node.type === "NewExpression" || node.type.startsWith("TS")) return;
  for (const value of Object.values(node)) {
    for (const one of Array.isArray(value) ? value : [value]) if (isNode(one)) walk(one, say);
  }
};

const nameOf = (name: unknown): string => String((name as { readonly name?: unknown } | undefined)?.name);

/** The words that an expression may come to, as far as they are written there. */
const said = (value: unknown, say: (words: string) => void): void => {
  if (!isNode(value)) return;
  switch (value.type) {
    case "Literal":
      return typeof value["value"] === "string" ? say(value["value"]) : undefined;
    case "TemplateLiteral":
      for (const { value: text } of value["quasis"] as readonly { readonly value: { readonly cooked: string } }[])
        say(text.cooked);
      return;
    case "ConditionalExpression":
      said(value["consequent"], say);
      return said(value["alternate"], say);
    case "LogicalExpression":
      said(value["left"], say);
      return said(value["right"], say);
    case "JSXExpressionContainer":
    case "ParenthesizedExpression":
      return said(value["expression"], say);
    default:
  }
};

/** A literal anywhere that can only be meant for people. */
const isSentence = (value: unknown): boolean =>
  typeof value === "string" && /^\p{Lu}[^/]*\p{L} .*\p{L}[.!?…]$/u.test(value);
