import { useEffect, useRef, useState } from "preact/hooks";
import { sentence } from "../codes-text.ts";
import { refusalCode } from "../refusal.ts";
import { liveState } from "./live.ts";

export type Loaded<Data> = {
  /** What was loaded last; undefined before there is anything. */
  readonly data: Data | undefined;
  readonly fault: string;
  readonly busy: boolean;
  readonly reload: () => Promise<void>;
};

/** Loads something when it is first shown, and anew whenever `key` changes; what is there stays until then. */
export const useLoading = <Data>(load: () => Promise<Data>, key: string): Loaded<Data> => {
  const [shown, setShown] = useState<{ readonly key: string; readonly data: Data }>();
  const [fault, setFault] = useState("");
  const [busy, setBusy] = useState(true);
  const round = useRef(0);
  const reload = async () => {
    const mine = ++round.current;
    setBusy(true);
    try {
      const data = await load();
      // What was asked for earlier may come later.
      if (mine !== round.current) return;
      setShown({ key, data });
      setFault("");
    } catch (error) {
      if (mine === round.current) setFault(sentence(refusalCode(error) ?? "offline"));
    }
    if (mine === round.current) setBusy(false);
  };
  const isOpen = liveState.value === "open";
  useEffect(() => {
    // The server is back.
    if (isOpen && fault !== "") void reload();
  }, [isOpen]);
  useEffect(() => {
    void reload();
    return () => void round.current++;
  }, [key]);
  return { data: shown?.data, fault, busy, reload };
};

/** A value that follows another once it has been still for a moment: so that not every key pressed is a request. */
export const useSettled = <Value>(value: Value, ms = 250): Value => {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(() => value), ms);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
};

/** A value that follows another a moment later, however often that changes: what never rests is still shown. */
export const usePaced = <Value>(value: Value, ms = 300): Value => {
  const [shown, setShown] = useState(value);
  const latest = useRef(value);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  latest.current = value;
  useEffect(() => {
    if (value === shown || timer.current !== undefined) return;
    timer.current = setTimeout(() => {
      timer.current = undefined;
      setShown(() => latest.current);
    }, ms);
  }, [value, shown]);
  useEffect(() => () => clearTimeout(timer.current), []);
  return shown;
};
