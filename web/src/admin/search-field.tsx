type Props = {
  readonly label: string;
  readonly value: string;
  readonly onInput: (value: string) => void;
};

/** Where one types what to look for; the key `/` leads here. */
export const SearchField = ({ label, value, onInput }: Props) => (
  <input
    type="search"
    class="search"
    aria-label={label}
    placeholder={label}
    data-testid="search"
    maxLength={100}
    value={value}
    onInput={({ currentTarget }) => onInput(currentTarget.value)}
    onKeyDown={({ key, currentTarget }) => {
      if (key === "Escape") currentTarget.blur();
    }}
  />
);
