/** A round mark that is always the same for the same player. */
export const Avatar = ({ id, name }: { readonly id: string; readonly name: string }) => {
  let hash = 7;
  for (const letter of id) hash = (hash * 31 + letter.charCodeAt(0)) % 360;
  return (
    <span class="avatar" aria-hidden="true" style={{ backgroundColor: `oklch(0.47 0.1 ${hash})` }}>
      {[...name.trim()][0]?.toUpperCase() ?? "?"}
    </span>
  );
};
