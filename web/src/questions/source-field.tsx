import type { ComponentChildren } from "preact";
import { useEffect, useState } from "preact/hooks";
import { follow } from "../route.ts";
import { lobby } from "../store.ts";
import type { Choice } from "./choice.ts";
import { loadMyPacks, myPacks } from "./my-packs.ts";
import { askSupplies, offered, sourceHint, sourceName, supplyText } from "./sources.ts";
import { inFigures } from "../text/figures.ts";
import { sayRich } from "../text/rich.ts";
import { say } from "../text/say.ts";

type Props = {
  /** Tells the fields of several forms apart. */
  readonly id: string;
  readonly topic: string;
  readonly start?: Choice | undefined;
  /** Offers to leave it as the lobby is set. */
  readonly asSet?: boolean;
  /** Sources that make no sense here. */
  readonly without?: string;
  readonly onSource?: (source: string) => void;
};

/** Asks where questions should come from: fields `source` and, for one of my packs, `pack`. */
export const SourceField = ({ id, topic, start, asSet = false, without = "", onSource }: Props) => {
  const [source, setSource] = useState<string>(start?.source ?? (asSet ? "" : "auto"));
  useEffect(() => void askSupplies(topic), [topic]);
  const choose = (name: string) => {
    setSource(name);
    onSource?.(name);
  };
  const names = offered().filter((name) => name !== without);
  // The one chosen before stands while it is still unknown what there is.
  const shown = source === "" || names.includes(source) ? names : [...names, source];
  const hint = [sourceHint(source), supplyText(source)].filter(Boolean).join(" ");
  return (
    <div class="source-field">
      <div class="field">
        <label for={`${id}-source`}>{say("host:source.label")}</label>
        <select
          id={`${id}-source`}
          name="source"
          value={source}
          aria-describedby={`${id}-source-hint`}
          onChange={({ currentTarget: { value } }) => choose(value)}
        >
          {asSet && <option value="">{say("host:source.asSet")}</option>}
          {shown.map((name) => (
            <option key={name} value={name}>
              {sourceName(name)}
            </option>
          ))}
        </select>
        <p id={`${id}-source-hint`} class="muted hint">
          {hint}
        </p>
      </div>
      {source === "pack" && <PackField id={id} start={start?.pack ?? ""} />}
    </div>
  );
};

const PackField = ({ id, start }: { readonly id: string; readonly start: string }) => {
  const [failed, setFailed] = useState(false);
  useEffect(() => void loadMyPacks().catch(() => setFailed(true)), []);
  const packs = myPacks.value?.filter(({ size }) => size > 0);
  if (packs === undefined)
    return (
      <p class="muted">
        <input type="hidden" name="pack" value={start} />
        {failed ? say("host:source.noPacks") : say("host:source.packsComing")}
      </p>
    );
  const isOthers = start !== "" && !packs.some(({ id: pack }) => pack === start);
  if (packs.length === 0 && !isOthers)
    return <p>{sayRich("host:source.emptyHanded", {}, { packs: (words) => <ToPacks words={words} /> })}</p>;
  return (
    <div class="field">
      <label for={`${id}-pack`}>{say("host:source.whichPack")}</label>
      <select id={`${id}-pack`} name="pack" required defaultValue={start}>
        {isOthers && (
          <option value={start} selected>
            {say("host:source.lobbyPack")}
          </option>
        )}
        {packs.map(({ id: pack, title, size }) => (
          <option key={pack} value={pack} selected={pack === start}>
            {title} ({inFigures(size)})
          </option>
        ))}
      </select>
      <p class="hint">
        <ToPacks words={say("host:source.toPacks")} />
      </p>
    </div>
  );
};

/** From a lobby in a tab of its own: who leaves this one leaves the lobby. */
const ToPacks = ({ words }: { readonly words: ComponentChildren }) =>
  lobby.value === undefined ? (
    <a href="/packs" onClick={follow}>
      {words}
    </a>
  ) : (
    <a href="/packs" target="_blank" rel="noopener">
      {words}
      <span class="for-ears"> {say("host:source.newTab")}</span>
    </a>
  );
