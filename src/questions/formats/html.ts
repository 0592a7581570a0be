import { decodeEntities } from "./tidy.ts";

const blocks = new Set(
  "address article aside blockquote br center dd div dl dt fieldset figure figcaption footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section table tbody tfoot thead tr ul".split(
    " ",
  ),
);
const inline = new Set(
  "a abbr acronym audio b bdi bdo big caption cite code col colgroup data del dfn em embed font i iframe img input ins kbd label mark math object param picture q rp rt ruby s samp script small source span strike strong style sub sup svg td th time tt u var video wbr".split(
    " ",
  ),
);
const pictures = new Set(["img", "svg", "object", "embed", "iframe", "audio", "video", "math"]);
const hidden = new Set(["script", "style"]);

const raised = lookup("0123456789+-=()ni", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿⁱ");
const lowered = lookup("0123456789+-=()", "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎");

function lookup(from: string, to: string): ReadonlyMap<string, string> {
  const signs = Array.from(to);
  return new Map(Array.from(from, (sign, index) => [sign, signs[index] ?? ""]));
}

/**
 * What is to be read in a text with entities and, if `tags`, with HTML in it. Tags that HTML doesn't have stay: they
 * are more likely a "less than".
 */
export const htmlText = (html: string, tags = true): { readonly text: string; readonly picture: boolean } => {
  if (!tags) return { text: decodeEntities(html).trim(), picture: false };
  const page = new Page();
  let from = 0;
  for (let open = html.indexOf("<"); open !== -1; open = html.indexOf("<", Math.max(from, open + 1))) {
    if (html.startsWith("<!--", open)) {
      page.write(html.slice(from, open));
      const end = html.indexOf("-->", open + 4);
      from = end === -1 ? html.length : end + 3;
    } else {
      const [tag, close, name] =
        /^<(\/?)([a-z][a-z0-9]{0,12})(?=[\s/>])[^<>]{0,20000}>/i.exec(html.slice(open, open + 20_100)) ?? [];
      const known = name?.toLowerCase() ?? "";
      if (tag !== undefined && (blocks.has(known) || inline.has(known))) {
        page.write(html.slice(from, open));
        page.tag(known, close === "/");
        from = open + tag.length;
      }
    }
    if (from === html.length) break;
  }
  page.write(html.slice(from));
  return page.read();
};

class Page {
  #text = "";
  #hidden = "";
  /** What is raised or lowered just now. */
  #small: { readonly name: string; text: string } | undefined;
  #picture = false;

  write(html: string): void {
    if (this.#hidden !== "") return;
    this.#add(decodeEntities(html.replaceAll(/[ \t\n]+/g, " ")).replaceAll("\u00A0", " "));
  }

  #add(text: string): void {
    if (this.#small === undefined) this.#text += text;
    else this.#small.text += text;
  }

  tag(name: string, closes: boolean): void {
    if (hidden.has(name)) this.#hidden = closes ? "" : name;
    if (pictures.has(name)) this.#picture = true;
    if (blocks.has(name)) this.#add("\n");
    if (name === "td" || name === "th") this.#add(" ");
    if (name !== "sup" && name !== "sub") return;
    this.#shrink();
    if (!closes) this.#small = { name, text: "" };
  }

  /** 10<sup>3</sup> is not 103. */
  #shrink(): void {
    if (this.#small === undefined) return;
    const { name, text } = this.#small;
    this.#small = undefined;
    const signs = Array.from(text.trim());
    if (signs.length === 0) return;
    const table = name === "sup" ? raised : lowered;
    const mark = name === "sup" ? "^" : "_";
    if (signs.every((sign) => table.has(sign))) this.#text += signs.map((sign) => table.get(sign)).join("");
    else this.#text += signs.length === 1 ? `${mark}${text.trim()}` : `${mark}(${text.trim()})`;
  }

  read() {
    this.#shrink();
    const lines = this.#text.split("\n").map((line) => line.replaceAll(/ {2,}/g, " ").trim());
    return { text: lines.filter((line) => line !== "").join("\n"), picture: this.#picture };
  }
}
