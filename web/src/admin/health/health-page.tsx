import { useEffect, useState } from "preact/hooks";
import type { ProcessHealth } from "../../../../src/protocol/admin.ts";
import { inFigures } from "../../text/figures.ts";
import { say } from "../../text/say.ts";
import { get } from "../api.ts";
import { overview } from "../live.ts";
import { useLoading } from "../loading.ts";
import { fullTime } from "../when.tsx";
import { figures, type Series } from "./figures.ts";
import { LineChart } from "./line-chart.tsx";
import { Processes } from "./processes.tsx";

type Health = {
  readonly processes: readonly {
    readonly process: string;
    readonly address: string;
    readonly points: readonly ProcessHealth[];
  }[];
};

const spans = [0.5, 2, 6, 24, 48];
const spanWords = (hours: number): string =>
  hours < 1
    ? inFigures(hours * 60, { style: "unit", unit: "minute" })
    : inFigures(hours, { style: "unit", unit: "hour" });

const everyMs = 15_000;
const hourMs = 60 * 60_000;
/** More than these can't be told apart in a chart that is a few hundred pixels wide. */
const mostPoints = 400;

/** How the processes do, now and over time. */
export const HealthPage = () => {
  const [hours, setHours] = useState<number>(2);
  const { data, fault, reload } = useLoading(async () => {
    const health = await get<Health>("health", { hours });
    return { ...health, to: Date.now() };
  }, String(hours));
  useEffect(() => {
    const timer = setInterval(() => {
      if (document.visibilityState === "visible") void reload();
    }, everyMs);
    return () => clearInterval(timer);
  }, [hours]);
  const series = data?.processes.map(({ process, points }) => ({ process, points: thinned(points) })) ?? [];
  return (
    <>
      <div class="head">
        <h1>{say("admin:section.health")}</h1>
        <div class="tabs" role="group" aria-label={say("adminServer:health.back")}>
          {spans.map((span) => (
            <button key={span} aria-pressed={hours === span} onClick={() => setHours(span)}>
              {spanWords(span)}
            </button>
          ))}
        </div>
      </div>
      <p class="fault" role="alert">
        {fault}
      </p>
      <Processes processes={overview.value?.processes ?? latest(data)} names={series.map(({ process }) => process)} />
      {data && (
        <>
          <div class="charts" data-testid="charts">
            {figures.map((figure) => (
              <LineChart key={figure.id} figure={figure} series={series} from={data.to - hours * hourMs} to={data.to} />
            ))}
          </div>
          <details class="as-table">
            <summary>{say("admin:asTable")}</summary>
            <Table series={series} />
          </details>
        </>
      )}
    </>
  );
};

const latest = (health: Health | undefined): readonly ProcessHealth[] =>
  health?.processes.flatMap(({ points }) => points.slice(-1)) ?? [];

/** Every so many-th point, and always the last. */
const thinned = (points: readonly ProcessHealth[]): readonly ProcessHealth[] => {
  const step = Math.ceil(points.length / mostPoints);
  return points.filter((_, index) => (points.length - 1 - index) % step === 0);
};

const rowsKept = 60;

const Table = ({ series }: { readonly series: readonly Series[] }) => {
  const rows = series
    .flatMap(({ points }) => points)
    .toSorted((one, other) => other.at - one.at)
    .slice(0, rowsKept);
  const [time, process] = [say("adminServer:health.time"), say("adminServer:health.process")];
  return (
    <table class="rows is-small">
      <caption class="muted">{say("adminServer:health.latest", { count: rows.length })}</caption>
      <thead>
        <tr>
          <th scope="col">{time}</th>
          <th scope="col">{process}</th>
          {figures.map(({ id }) => (
            <th key={id} scope="col" class="figure">
              {say(`adminServer:health.${id}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((point) => (
          <tr key={`${point.process} ${point.at}`}>
            <th scope="row" data-name={time}>
              {fullTime(point.at)}
            </th>
            <td data-name={process} class="process">
              {point.process}
            </td>
            {figures.map(({ id, of, words }) => (
              <td key={id} data-name={say(`adminServer:health.${id}`)} class="figure">
                {words(of(point))}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
};
