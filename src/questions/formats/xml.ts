import { SaxesParser } from "saxes";
import { Unreadable } from "./pack.ts";
import { decodeEntities } from "./tidy.ts";

/** By name, prefix and all. */
export type XmlAttributes = Readonly<Partial<Record<string, string>>>;

/** Names come without their prefix; a path ends with the name of the element it leads to. */
export type XmlEvents = {
  readonly open: (path: readonly string[], attributes: XmlAttributes, line: number) => void;
  readonly text: (text: string, path: readonly string[]) => void;
  readonly close: (path: readonly string[]) => void;
};

const mostDeep = 100;

/** Reads XML without a document type: nothing in it can grow, or name another file. */
export const parseXml = (xml: string, { open, text, close }: XmlEvents): void => {
  const parser = new SaxesParser();
  const path: string[] = [];
  const fail = (reason: string): never => {
    throw new Unreadable(reason, parser.line);
  };
  // The parser would go on after an error.
  parser.on("error", ({ message }) =>
    fail(`this is not well-formed XML: ${message.replace(/^\d+:\d+: /, "").slice(0, 200)}`),
  );
  parser.on("doctype", () => fail("XML with a document type (DOCTYPE) is refused"));
  parser.on("opentag", ({ name, attributes }) => {
    if (path.push(local(name)) > mostDeep) fail(`XML nested deeper than ${mostDeep} elements is refused`);
    open(path, attributes, parser.line);
  });
  parser.on("text", (part) => text(part, path));
  parser.on("cdata", (part) => text(part, path));
  parser.on("closetag", () => {
    close(path);
    path.pop();
  });
  parser.write(cleaned(xml)).close();
};

/** What people paste may hold controls that XML can't; blank lines before it make its first line an error. */
const cleaned = (xml: string): string =>
  xml
    .toWellFormed()
    .replaceAll(/[\p{Cc}--[\t\n\r]]/gv, "")
    .replaceAll(/&[A-Za-z][A-Za-z0-9]{1,30};/g, htmlEntity)
    .replace(/^(\s*)<\?xml[^>]{0,500}\?>/, "$1");

/** HTML's own entities are used where XML has none of them; what means something in XML stays. */
const htmlEntity = (entity: string): string => {
  const decoded = decodeEntities(entity);
  return /[<>&"']/.test(decoded) ? entity : decoded;
};

const local = (name: string): string => (name.includes(":") ? name.slice(name.indexOf(":") + 1) : name);
