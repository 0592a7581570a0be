type Props = {
  readonly name: string;
  readonly label: string;
  readonly value: number;
  readonly min: number;
  readonly max: number;
};

/** A labelled number within bounds. */
export const NumberField = ({ name, label, value, min, max }: Props) => (
  <div class="number">
    <label for={`number-${name}`}>{label}</label>
    <input
      id={`number-${name}`}
      type="number"
      inputMode="numeric"
      name={name}
      min={min}
      max={max}
      step={1}
      defaultValue={String(value)}
      required
    />
  </div>
);
