import { useEffect, useRef, useState } from "preact/hooks";
import { percent } from "./levels.ts";
import { say } from "../text/say.ts";

type Props = {
  readonly id: string;
  readonly label: string;
  /** Between 0 and 1. */
  readonly share: number;
  readonly low: string;
  readonly high: string;
  /** Answers with whether it was done. */
  readonly onSet: (share: number) => Promise<boolean>;
};

/** Who drags or holds a key down is waited for. */
const quietMs = 400;

/** Sets a share. Until the lobby has it, the slider stands where it was put; refused, it goes back. */
export const TraitSlider = ({ id, label, share, low, high, onSet }: Props) => {
  const [put, setPut] = useState<number | undefined>(undefined);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const send = useRef<(() => void) | undefined>(undefined);
  // Closed in a hurry, it still sends what was set.
  useEffect(
    () => () => {
      clearTimeout(timer.current);
      send.current?.();
    },
    [],
  );
  const move = (value: number) => {
    setPut(value);
    clearTimeout(timer.current);
    send.current = () => {
      send.current = undefined;
      void onSet(value / 100).then(() => setPut((now) => (now === value ? undefined : now)));
    };
    timer.current = setTimeout(() => send.current?.(), quietMs);
  };
  const shown = put ?? percent(share);
  const inPercent = say("host:bots.percent", { percent: shown });
  return (
    <div class="trait">
      <label for={id}>{label}</label>
      <output for={id}>{inPercent}</output>
      <input
        id={id}
        type="range"
        min={0}
        max={100}
        step={5}
        value={shown}
        aria-valuetext={inPercent}
        onInput={({ currentTarget: { value } }) => move(Number(value))}
      />
      <span class="muted ends" aria-hidden="true">
        <span>{low}</span>
        <span>{high}</span>
      </span>
    </div>
  );
};
