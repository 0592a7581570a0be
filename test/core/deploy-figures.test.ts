import assert from "node:assert/strict";
import type { Counter } from "prom-client";
import { metricsOf } from "../../src/telemetry/metrics.ts";
import { alerts, figuresIn, ofPrometheus, queries, readText } from "../support/figures.ts";

/** Every figure that a server can have, whatever is configured. */
const registry = () => {
  const metrics = metricsOf();
  metrics.watchModel({ used: () => Promise.reject(new Error("unused")), isOut: () => false });
  metrics.watchRemoteModeration(() => false);
  metrics.watch({
    condition: () => ({ listening: true, draining: false, database: "well", redis: "well", lobbies: "well" }),
    census: () => ({ players: new Map(), away: 0, lobbies: new Map() }),
    bytes: () => ({ sent: 0, received: 0 }),
    pingDatabase: () => Promise.resolve(),
    pingRedis: () => Promise.resolve(),
    openReviews: () => Promise.resolve(0),
  });
  return metrics.registry;
};

describe("the dashboard and the alerts", () => {
  const figures = registry();

  it("ask for figures that there are, by labels that they have", () => {
    for (const query of queries()) {
      const asked = figuresIn(query);
      assert(asked.length > 0, query);
      for (const { name, labels } of asked) {
        if (name === "up") continue;
        const figure = figures.getSingleMetric(name) as (Counter & { readonly labelNames: string[] }) | undefined;
        assert(figure !== undefined, `there is no ${name}: ${query}`);
        const unknown = labels.filter((label) => !ofPrometheus.has(label) && !figure.labelNames.includes(label));
        // A label to sum by may be another figure's in the same query.
        const others = new Set(asked.flatMap((one) => labelsOf(figures, one.name)));
        assert.deepEqual(
          unknown.filter((label) => !others.has(label)),
          [],
          `${name}: ${query}`,
        );
      }
    }
  });

  it("lead from every alert to what is to be done", () => {
    const headings = new Set(
      [...readText("docs/operating.md").matchAll(/^#+ (.+)$/gm)].map((match) =>
        (match[1] as string)
          .toLowerCase()
          .replaceAll(/[^\w\s-]/g, "")
          .replaceAll(/\s/g, "-"),
      ),
    );
    for (const { alert, labels, annotations } of alerts()) {
      const [file, anchor = ""] = annotations.recipe.split("#");
      assert.equal(file, "docs/operating.md");
      assert(headings.has(anchor), `${alert}: there is no ${annotations.recipe}`);
      assert(["page", "ticket"].includes(labels.severity), alert);
    }
  });
});

const labelsOf = (figures: ReturnType<typeof registry>, name: string): readonly string[] =>
  (figures.getSingleMetric(name) as { readonly labelNames?: readonly string[] } | undefined)?.labelNames ?? [];
