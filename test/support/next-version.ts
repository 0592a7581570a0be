import { readFileSync } from "node:fs";
import { registerHooks } from "node:module";
import { fileURLToPath } from "node:url";

/**
 * Imported first, this makes a process one version newer than the sources: it stores a chat line as an event of another
 * name, keeps snapshots of another shape, and shows a field more. `--import` of this file is all that it takes.
 */

type Change = readonly [before: string | RegExp, after: string];

const changes: Readonly<Record<string, readonly Change[]>> = {
  "src/journal/upcast.ts": [
    [/eventShape = (\d+)/, "eventShape = 1 + $1"],
    ["> = {\n", '> = {\n  spoken: ({ words, ...line }) => ({ ...line, type: "chatted", text: words }),\n'],
  ],
  "src/journal/sql.ts": [
    [
      "events.map((data, index) => ({ seq: hold.length + index + 1, data }))",
      `events.map((event, index) => {
        const { text, ...line } = event as { readonly type: string; readonly text?: string };
        const data = line.type === "chatted" ? { ...line, type: "spoken", words: text } : event;
        return { seq: hold.length + index + 1, data };
      })`,
    ],
  ],
  "rooms/snapshot.ts": [[/shape = (\d+)/, "shape = 1 + $1"]],
  "rooms/schema/lobby-state.ts": [
    ["export const LobbyState = schema(\n  {\n", '$&    next: t.string().default("new"),\n'],
  ],
};

registerHooks({
  load: (url, context, nextLoad) => {
    const loaded = nextLoad(url, context);
    const [, todo] = Object.entries(changes).find(([path]) => url.endsWith(`/${path}`)) ?? [];
    if (todo === undefined) return loaded;
    let source = readFileSync(fileURLToPath(url), "utf8");
    for (const [before, after] of todo) {
      const changed = source.replace(before, after);
      if (changed === source) throw new Error(`${url}: there is no ${String(before)} to be changed`);
      source = changed;
    }
    return { ...loaded, source };
  },
});
