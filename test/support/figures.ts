import { readFileSync } from "node:fs";
import { parse } from "yaml";

const root = new URL("../../", import.meta.url);
export const readText = (path: string): string => readFileSync(new URL(path, root), "utf8");

type Dashboard = { readonly panels: readonly { readonly targets?: readonly { readonly expr: string }[] }[] };
export type Alert = {
  readonly alert: string;
  readonly expr: string;
  readonly labels: { readonly severity: string };
  readonly annotations: { readonly summary: string; readonly recipe: string };
};
type Rules = { readonly groups: readonly { readonly rules: readonly Alert[] }[] };

export const alerts = (): readonly Alert[] =>
  (parse(readText("deploy/prometheus/alerts.yml")) as Rules).groups.flatMap(({ rules }) => rules);

/** Every query of the dashboard and of the alerts. */
export const queries = (): readonly string[] => {
  const { panels } = JSON.parse(readText("deploy/grafana/parlor.json")) as Dashboard;
  return [
    ...panels.flatMap(({ targets = [] }) => targets.map(({ expr }) => expr)),
    ...alerts().map(({ expr }) => expr),
  ];
};

export type Asked = { readonly name: string; readonly labels: readonly string[] };

/** The figures that a query asks for, each with the labels it wants to see. */
export const figuresIn = (query: string): readonly Asked[] => {
  const by = [...query.matchAll(/\bby \(([^)]*)\)/g)].flatMap((match) => (match[1] as string).split(/,\s*/));
  return [...query.matchAll(/\b((?:parlor|nodejs|process)_\w+|up(?=\{))(\{[^}]*\})?/g)].map(([, name, matchers]) => {
    const wanted = [...(matchers ?? "").matchAll(/(\w+)(?:=~|!~|!=|=)"/g)].map((match) => match[1] as string);
    return { name: (name as string).replace(/_(?:bucket|count|sum)$/, ""), labels: [...wanted, ...by] };
  });
};

/** What Prometheus itself adds. */
export const ofPrometheus: ReadonlySet<string> = new Set(["instance", "job", "le"]);
