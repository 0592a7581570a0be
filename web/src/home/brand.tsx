import { follow } from "../route.ts";

/** The name of the place, which leads to the first page. */
export const Brand = () => (
  <a class="brand" href="/" onClick={follow}>
    <img src="/favicon.svg" alt="" width="28" height="28" />
    Parlor
  </a>
);
