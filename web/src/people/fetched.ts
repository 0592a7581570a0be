import { useEffect, useRef, useState } from "preact/hooks";
import { sentence } from "../codes-text.ts";
import { refusalCode } from "../refusal.ts";
import { client } from "../session.ts";

/** What the server has at `path`. Rejects with its refusal. */
export const read = async <Data>(path: string): Promise<Data> => (await client.http.get(path)).data as Data;

export type Fetched<Data> = {
  /** What was fetched last; undefined before there is anything. */
  readonly data: Data | undefined;
  /** Whether that is of another key, and the right one is on its way. */
  readonly isOld: boolean;
  /** The code of the refusal, and the words for it; "" when there is none. */
  readonly code: string;
  readonly fault: string;
  readonly again: () => void;
};

type State<Data> = { readonly key: string; readonly data?: Data; readonly code: string };

/** Fetches something when it is first shown, and anew whenever `key` changes; until that is there the old is shown. */
export const useFetched = <Data>(key: string, load: () => Promise<Data>): Fetched<Data> => {
  const [state, setState] = useState<State<Data>>({ key: "", code: "" });
  const [round, setRound] = useState(0);
  const current = useRef("");
  useEffect(() => {
    current.current = key;
    // What was asked for earlier may come later.
    const isCurrent = () => current.current === key;
    load().then(
      (data) => isCurrent() && setState({ key, data, code: "" }),
      (error: unknown) =>
        isCurrent() && setState((before) => ({ ...before, key, code: refusalCode(error) ?? "offline" })),
    );
    return () => void (current.current = "");
  }, [key, round]);
  const { data, code } = state;
  return {
    data,
    isOld: data !== undefined && state.key !== key,
    code,
    fault: code === "" ? "" : sentence(code),
    again: () => setRound((before) => before + 1),
  };
};
