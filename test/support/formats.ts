import { crc32, deflateRawSync } from "node:zlib";
import { importQuestions } from "../../src/questions/formats/import.ts";
import type { Fault, ImportOutcome } from "../../src/questions/formats/pack.ts";

/** What a file gives: its format, and a line for each question, fault or warning. */
export const read = async (file: string | Uint8Array, partial = false): Promise<readonly string[]> =>
  lines(await importQuestions(bytesOf(file), { partial }));

export const bytesOf = (file: string | Uint8Array): Uint8Array =>
  typeof file === "string" ? new TextEncoder().encode(file) : file;

/** A question is its prompt and its choices, the right one starred. */
export const lines = (outcome: ImportOutcome): readonly string[] =>
  outcome.ok
    ? [
        outcome.format,
        ...outcome.questions.map(({ prompt, choices, key }) =>
          [prompt, ...choices.map((choice, index) => (index === key ? `*${choice}` : choice))].join(" | "),
        ),
        ...outcome.warnings.map(told),
      ]
    : [`refused ${outcome.format}`, ...outcome.faults.map(told)];

const told = ({ line, field, reason }: Fault): string => `${line} ${field}: ${reason}`;

type Part = readonly [name: string, content: string | Uint8Array, declared?: number | undefined];

/** A zip archive; `declared` is the size it claims a part to have. */
export const zip = (parts: readonly Part[]): Uint8Array => {
  const bodies: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, content, declared] of parts) {
    const plain = Buffer.from(content);
    const packed = deflateRawSync(plain);
    const sizes = [crc32(plain), packed.length, declared ?? plain.length, name.length];
    const local = numbers([0x04034b50, 4], [20, 2], [0, 2], [8, 2], [0, 4], ...four(sizes), [0, 2]);
    bodies.push(Buffer.concat([local, Buffer.from(name), packed]));
    directory.push(
      numbers(
        [0x02014b50, 4],
        [20, 2],
        [20, 2],
        [0, 2],
        [8, 2],
        [0, 4],
        ...four(sizes),
        [0, 2],
        [0, 2],
        [0, 2],
        [0, 2],
        [0, 4],
        [offset, 4],
      ),
      Buffer.from(name),
    );
    offset += local.length + name.length + packed.length;
  }
  const index = Buffer.concat(directory);
  const end = numbers(
    [0x06054b50, 4],
    [0, 4],
    [parts.length, 2],
    [parts.length, 2],
    [index.length, 4],
    [offset, 4],
    [0, 2],
  );
  return Buffer.concat([...bodies, index, end]);
};

const four = ([crc = 0, packed = 0, size = 0, name = 0]: readonly number[]): readonly (readonly [number, number])[] => [
  [crc, 4],
  [packed, 4],
  [size, 4],
  [name, 2],
];

const numbers = (...fields: readonly (readonly [value: number, size: number])[]): Buffer => {
  const buffer = Buffer.alloc(fields.reduce((sum, [, size]) => sum + size, 0));
  let at = 0;
  for (const [value, size] of fields) at = buffer.writeUIntLE(value, at, size);
  return buffer;
};

type Cell = string | number | boolean | { readonly raw: string };

const styles = `<styleSheet><numFmts><numFmt numFmtId="165" formatCode="d\\. mmm yy"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="9"/><xf numFmtId="165"/></cellXfs></styleSheet>`;

/** A workbook as Excel writes it; a text that comes first in a row is in the shared strings, others are inline. */
export const workbook = (sheets: Readonly<Record<string, readonly (readonly Cell[])[]>>): Uint8Array => {
  const names = Object.keys(sheets);
  const shared: string[] = [];
  const cell = (value: Cell, row: number, column: number): string => {
    const at = `r="${String.fromCharCode(65 + column)}${row}"`;
    if (typeof value === "object") return `<c ${at}${value.raw}</c>`;
    if (typeof value === "number") return `<c ${at}><v>${value}</v></c>`;
    if (typeof value === "boolean") return `<c ${at} t="b"><v>${value ? 1 : 0}</v></c>`;
    if (value === "") return "";
    if (column > 1) return `<c ${at} t="inlineStr"><is><t>${escaped(value)}</t></is></c>`;
    return `<c ${at} t="s"><v>${shared.push(value) - 1}</v></c>`;
  };
  const rows = (cells: readonly (readonly Cell[])[]): string =>
    cells
      .map(
        (row, index) =>
          `<row r="${index + 1}">${row.map((value, column) => cell(value, index + 1, column)).join("")}</row>`,
      )
      .join("");
  const written = Object.values(sheets).map((cells) => `<worksheet><sheetData>${rows(cells)}</sheetData></worksheet>`);
  return zip([
    [
      "xl/workbook.xml",
      `<workbook xmlns:r="r"><sheets>${names.map((name, index) => `<sheet name="${name}" r:id="r${index}"${name.startsWith("hidden") ? ' state="hidden"' : ""}/>`).join("")}</sheets></workbook>`,
    ],
    [
      "xl/_rels/workbook.xml.rels",
      `<Relationships>${names.map((_, index) => `<Relationship Id="r${index}" Target="worksheets/sheet${index}.xml"/>`).join("")}</Relationships>`,
    ],
    [
      "xl/sharedStrings.xml",
      `<sst>${shared.map((text) => `<si><r><t>${escaped(text)}</t></r><rPh><t>ignored</t></rPh></si>`).join("")}</sst>`,
    ],
    ["xl/styles.xml", styles],
    ...written.map((xml, index): Part => [`xl/worksheets/sheet${index}.xml`, xml]),
  ]);
};

const escaped = (text: string): string => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
