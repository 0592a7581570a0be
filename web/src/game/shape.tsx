/** How choices are told apart: by shape and letter as much as by colour, which the style sheet gives. */
const shapes = [
  "M12 3 22 20H2Z",
  "M12 1.5 21.5 12 12 22.5 2.5 12Z",
  "M12 2.5a9.5 9.5 0 1 1 0 19 9.5 9.5 0 0 1 0-19Z",
  "M3.5 3.5h17v17h-17Z",
  "M12 1.8 22.2 9.2 18.3 21.2H5.7L1.8 9.2Z",
  "M6.5 2.6h11L23 12l-5.5 9.4h-11L1 12Z",
] as const;

/** The shape of a choice: drawn, so that it looks the same in every font. */
export const Shape = ({ choice }: { readonly choice: number }) => (
  <svg class="shape" viewBox="0 0 24 24" width="1em" height="1em" fill="currentColor" aria-hidden="true">
    <path d={shapes[choice % shapes.length]} />
  </svg>
);
