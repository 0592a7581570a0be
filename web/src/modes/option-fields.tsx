import { useEffect, useState } from "preact/hooks";
import type { Options, OptionSpec, OptionSpecs } from "../../../src/protocol/modes.ts";
import { isKey, need, say } from "../text/say.ts";
import { modeOf } from "./available.ts";
import { modes } from "./registry.ts";

const prefix = "option.";

/** What was set in the fields of a mode's options; what is as by default is left out. */
export const optionsIn = (form: FormData, specs: OptionSpecs): Options =>
  Object.fromEntries(
    Object.entries(specs)
      .map(([name, spec]) => [name, valueIn(form, name, spec)] as const)
      .filter(([name, value]) => value !== specs[name]?.fallback),
  );

const valueIn = (form: FormData, name: string, spec: OptionSpec): string | number | boolean => {
  const given = form.get(`${prefix}${name}`);
  if (spec.kind === "switch") return given !== null;
  if (typeof given !== "string" || given === "") return spec.fallback;
  return spec.kind === "number" ? Number(given) : given;
};

/** More than these are folded away: most people start with what is set. */
const shownAtOnce = 4;

type Props = { readonly id: string; readonly mode: string; readonly options: Options };

/** A field for each thing that may be set about a mode. */
export const OptionFields = ({ id, mode, options }: Props) => {
  const [ready, setReady] = useState(false);
  const texts = modes[mode]?.texts;
  const specs = Object.entries(modeOf(mode)?.options ?? {});
  useEffect(() => {
    setReady(false);
    if (texts !== undefined)
      need(texts).then(
        () => setReady(true),
        () => undefined,
      );
  }, [texts]);
  if (!ready || specs.length === 0) return null;
  const fields = (
    <div class="mode-option-fields">
      {specs.map(([name, spec]) => (
        <Field
          key={name}
          id={`${id}-${name}`}
          name={name}
          part={texts ?? ""}
          spec={spec}
          value={options[name] ?? spec.fallback}
        />
      ))}
    </div>
  );
  if (specs.length > shownAtOnce)
    return (
      <details class="mode-options" key={mode} open={Object.keys(options).length > 0}>
        <summary>{say("modes:options")}</summary>
        {fields}
      </details>
    );
  return (
    <fieldset class="mode-options" key={mode}>
      <legend>{say("modes:options")}</legend>
      {fields}
    </fieldset>
  );
};

type FieldProps = {
  readonly id: string;
  readonly name: string;
  readonly part: string;
  readonly spec: OptionSpec;
  readonly value: string | number | boolean;
};

/** The text of this name in the mode's own file; the name itself where there is none. */
const textOf = (part: string, name: string): string => {
  const key = `${part}:option.${name}`;
  return isKey(key) ? say(key) : name;
};

const Field = ({ id, name, part, spec, value }: FieldProps) => {
  const label = textOf(part, name);
  switch (spec.kind) {
    case "switch":
      return (
        <label class="check">
          <input type="checkbox" name={`${prefix}${name}`} defaultChecked={value === true} />
          {label}
        </label>
      );
    case "number":
      return (
        <div class="field short">
          <label for={id}>{label}</label>
          <input
            id={id}
            name={`${prefix}${name}`}
            type="number"
            inputMode="numeric"
            min={spec.least}
            max={spec.most}
            defaultValue={String(value)}
          />
        </div>
      );
    case "choice":
      return (
        <div class="field">
          <label for={id}>{label}</label>
          <select id={id} name={`${prefix}${name}`} defaultValue={String(value)}>
            {spec.values.map((one) => (
              <option key={one} value={one} selected={one === value}>
                {textOf(part, `${name}.${one}`)}
              </option>
            ))}
          </select>
        </div>
      );
  }
};
