type Props = { readonly name: string; readonly used: number; readonly limit: number };

/** How much of a limit is used up; without a limit, just how much. */
export const Meter = ({ name, used, limit }: Props) => {
  const share = limit > 0 ? Math.min(1, used / limit) : 0;
  return (
    <div class="meter">
      <p class="muted">{name}</p>
      <p>
        <strong>{used.toLocaleString("en")}</strong>
        <span class="muted">{limit > 0 ? ` of ${limit.toLocaleString("en")}` : ", without a limit"}</span>
      </p>
      <div class="meter-bar" aria-hidden="true">
        <span class={share >= 0.9 ? "is-near" : ""} style={{ width: `${100 * share}%` }} />
      </div>
    </div>
  );
};
