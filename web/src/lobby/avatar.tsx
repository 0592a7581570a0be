/** A round mark that is always the same for the same player. */
export const Avatar = ({ id, name }: { readonly id: string; readonly name: string }) => {
  let hash = 7;
  for (const letter of id) hash = (hash * 31 + letter.charCodeAt(0)) % 360;
  return (
    <span class="avatar" aria-hidden="true" style={{ backgroundColor: `oklch(0.47 0.1 ${hash})` }}>
      {initial(name)}
    </span>
  );
};

const graphemes = new Intl.Segmenter();

/** The first letter as people see letters: an emoji of several code points stays whole. */
const initial = (name: string): string => {
  const first = graphemes.segment(name.trim())[Symbol.iterator]().next();
  return first.done === true ? "?" : first.value.segment.toUpperCase();
};
