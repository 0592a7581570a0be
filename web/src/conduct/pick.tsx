type Value = string | number;

type Option<Kind extends Value> = { readonly value: Kind; readonly words: string };

type Props<Kind extends Value> = {
  readonly id: string;
  readonly label: string;
  /** As it is set; it need not be one of the options. */
  readonly value: Value;
  readonly options: readonly Option<Kind>[];
  readonly hint?: string;
  readonly onPick: (value: Kind) => void;
};

/** A choice among a few, which is made at once. */
export const Pick = <Kind extends Value>({ id, label, value, options, hint = "", onPick }: Props<Kind>) => {
  const isListed = options.some((option) => option.value === value);
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <select
        id={id}
        data-testid={id}
        value={value}
        aria-describedby={`${id}-hint`}
        onChange={({ currentTarget }) => {
          const picked = options.find((option) => String(option.value) === currentTarget.value);
          // It shows what is so, not what was asked for.
          currentTarget.value = String(value);
          if (picked !== undefined) onPick(picked.value);
        }}
      >
        {!isListed && <option value={value}>{value}</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.words}
          </option>
        ))}
      </select>
      <p id={`${id}-hint`} class="muted hint">
        {hint}
      </p>
    </div>
  );
};
