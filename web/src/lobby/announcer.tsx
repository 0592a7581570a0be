import { announcement } from "../announce.ts";

/** The one region that screen readers read out by themselves. */
export const Announcer = () => (
  <p class="for-ears" aria-live="polite" data-testid="announcer">
    {announcement.value}
  </p>
);
