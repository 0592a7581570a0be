import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";

const require = createRequire(import.meta.url);

/** A JSON file of an installed package. */
export const packageData = async <T>(name: string): Promise<T> => JSON.parse(await textOf(name)) as T;

/** A file of the Unicode Common Locale Data Repository, without the low lines that its attributes begin with. */
export const cldrData = async <T>(name: string): Promise<T> => {
  const text = await textOf(`cldr-core/supplemental/${name}.json`);
  const { supplemental } = JSON.parse(text.replaceAll('"_', '"')) as {
    readonly supplemental: Readonly<Record<string, T>>;
  };
  return supplemental[name] as T;
};

const textOf = (name: string): Promise<string> => readFile(require.resolve(name), "utf8");
