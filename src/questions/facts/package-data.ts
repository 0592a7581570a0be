import { readFile } from "node:fs/promises";

/** A JSON file. */
export const jsonAt = async <T>(url: string): Promise<T> => JSON.parse(await readFile(new URL(url), "utf8")) as T;

/** A file of the Unicode Common Locale Data Repository, without the low lines that its attributes begin with. */
export const cldrData = async <T>(name: string): Promise<T> => {
  const url = new URL(`supplemental/${name}.json`, import.meta.resolve("cldr-core/package.json"));
  const text = await readFile(url, "utf8");
  const file = JSON.parse(text.replaceAll('"_', '"')) as { readonly supplemental: Readonly<Record<string, T>> };
  return file.supplemental[name] as T;
};
