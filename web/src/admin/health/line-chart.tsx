import { useRef, useState } from "preact/hooks";
import { inList } from "../../text/figures.ts";
import { say } from "../../text/say.ts";
import { clockTime } from "../when.tsx";
import type { Figure, Series } from "./figures.ts";
import { nearest, ticksUpTo, timesBetween } from "./scale.ts";
import { useWidth } from "./use-width.ts";

type Props = {
  readonly figure: Figure;
  readonly series: readonly Series[];
  readonly from: number;
  readonly to: number;
};

const height = 150;
const left = 58;
const right = 8;
const top = 8;
const bottom = 20;
/** Between two figures farther apart than this the line is broken: the process was away. */
const gapMs = 5 * 60_000;

/** A line a process over time. Pointed at, or moved along by the arrow keys, it says its values. */
export const LineChart = ({ figure, series, from, to }: Props) => {
  const box = useRef<HTMLDivElement>(null);
  const width = useWidth(box);
  const [at, setAt] = useState<number>();
  const most = Math.max(figure.least, ...series.flatMap(({ points }) => points.map(figure.of)));
  const ticks = ticksUpTo(most);
  const end = ticks.at(-1) ?? most;
  const span = Math.max(1, to - from);
  const x = (time: number) => left + ((width - left - right) * (time - from)) / span;
  const y = (value: number) => top + (height - top - bottom) * (1 - value / end);
  const instants = [...new Set(series.flatMap(({ points }) => points.map((point) => point.at)))].toSorted(
    (one, other) => one - other,
  );
  const last = instants.at(-1);
  const shownAt = at ?? last;
  const values = shownAt === undefined ? [] : valuesAt(series, figure, shownAt);
  const name = say(`adminServer:health.${figure.id}`);
  const said = values.map(({ process, words }) => (series.length > 1 ? `${process}: ${words}` : words));

  const point = (event: PointerEvent) => {
    const { left: start, width: wide } = (event.currentTarget as Element).getBoundingClientRect();
    const inside = ((event.clientX - start) / wide) * width;
    const time = from + ((inside - left) / Math.max(1, width - left - right)) * span;
    setAt(
      instants[
        nearest(
          instants.map((instant) => ({ at: instant })),
          time,
        )
      ],
    );
  };
  const onKey = (event: KeyboardEvent) => {
    const here = shownAt === undefined ? -1 : instants.indexOf(shownAt);
    const next = { ArrowLeft: here - 1, ArrowRight: here + 1, Home: 0, End: instants.length - 1 }[event.key];
    if (next === undefined) return;
    event.preventDefault();
    setAt(instants[Math.min(instants.length - 1, Math.max(0, next))]);
  };
  return (
    <div class="line-chart" ref={box}>
      <p class="chart-head">
        <strong>{name}</strong>
        <span class="muted">
          {shownAt === undefined
            ? say("adminServer:health.noFigures")
            : at === undefined
              ? say("adminServer:health.now")
              : clockTime(shownAt)}
          {values.map(({ process, index, words }) => (
            <span key={process} class="value">
              {series.length > 1 && <i class={`mark is-${index % 6}`} />}
              {words}
            </span>
          ))}
        </span>
      </p>
      <div
        class="chart-box"
        role="slider"
        tabIndex={0}
        aria-label={say("adminServer:health.overTime", { figure: name })}
        aria-valuemin={0}
        aria-valuemax={Math.max(0, instants.length - 1)}
        aria-valuenow={shownAt === undefined ? 0 : Math.max(0, instants.indexOf(shownAt))}
        aria-valuetext={
          shownAt === undefined
            ? say("adminServer:health.noFigures")
            : say("adminServer:health.at", { time: clockTime(shownAt), values: inList(said, { type: "unit" }) })
        }
        onPointerMove={point}
        onPointerDown={point}
        onPointerLeave={() => setAt(undefined)}
        onBlur={() => setAt(undefined)}
        onKeyDown={onKey}
      >
        <svg class="chart" width={width} height={height} viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
          {ticks.map((tick) => (
            <g key={tick}>
              <line class="grid" x1={left} x2={width - right} y1={y(tick)} y2={y(tick)} />
              <text class="axis" x={left - 6} y={y(tick) + 4} text-anchor="end">
                {figure.words(tick)}
              </text>
            </g>
          ))}
          {timesBetween(from, to).map((time) => (
            <text key={time} class="axis" x={x(time)} y={height - 5} text-anchor="middle">
              {clockTime(time)}
            </text>
          ))}
          {series.map(({ process, points }, index) => (
            <path key={process} class={`line is-${index % 6}`} d={pathOf(points, figure, x, y)} />
          ))}
          {at !== undefined && <line class="cross" x1={x(at)} x2={x(at)} y1={top} y2={height - bottom} />}
          {at !== undefined &&
            values.map(({ process, index, time, value }) => (
              <circle key={process} class={`dot is-${index % 6}`} cx={x(time)} cy={y(value)} r="3.5" />
            ))}
        </svg>
      </div>
    </div>
  );
};

/** What each process had nearest to an instant. */
const valuesAt = (series: readonly Series[], figure: Figure, at: number) =>
  series.flatMap(({ process, points }, index) => {
    const point = points[nearest(points, at)];
    if (point === undefined || Math.abs(point.at - at) > gapMs) return [];
    const value = figure.of(point);
    return [{ process, index, time: point.at, value, words: figure.words(value) }];
  });

const pathOf = (
  points: Series["points"],
  figure: Figure,
  x: (time: number) => number,
  y: (value: number) => number,
): string => {
  let before = Number.NEGATIVE_INFINITY;
  return points
    .map((point) => {
      const word = point.at - before > gapMs ? "M" : "L";
      before = point.at;
      // With nothing after it, a line of no length still shows as a dot.
      return `${word}${x(point.at).toFixed(1)} ${y(figure.of(point)).toFixed(1)}${word === "M" ? "h0" : ""}`;
    })
    .join("");
};
