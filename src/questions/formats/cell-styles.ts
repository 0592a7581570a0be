import { parseXml } from "./xml.ts";

/** How the number in a cell is shown, by the number of its style. */
export type CellStyle = "plain" | "percent" | "date";

/** Excel turns "3/4" and "May 5" into a date, and 50 % into 0.5: only the style tells. */
export const readStyles = (xml: string): readonly CellStyle[] => {
  const formats = new Map<string, string>();
  const styles: CellStyle[] = [];
  parseXml(xml, {
    open: (path, attributes) => {
      if (path.at(-1) === "numFmt") formats.set(attributes["numFmtId"] ?? "", attributes["formatCode"] ?? "");
      if (path.at(-1) === "xf" && path.at(-2) === "cellXfs") {
        const id = attributes["numFmtId"] ?? "0";
        styles.push(styleOf(Number(id), formats.get(id) ?? ""));
      }
    },
    text: () => undefined,
    close: () => undefined,
  });
  return styles;
};

const styleOf = (id: number, code: string): CellStyle => {
  if (id === 9 || id === 10) return "percent";
  if ((id >= 14 && id <= 22) || (id >= 45 && id <= 47)) return "date";
  const shown = code.slice(0, 200).replaceAll(/"[^"]*"|\\.|\[[^\]]*\]/g, "");
  if (shown.includes("%")) return "percent";
  return /[dmyhs]/i.test(shown) && !/general/i.test(shown) ? "date" : "plain";
};
