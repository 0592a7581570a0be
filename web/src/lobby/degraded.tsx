/** Said while nothing can be made durable: the lobby's clock stands, and answers wait. The announcer reads it out. */
export const Degraded = () => (
  <p class="banner" data-testid="degraded">
    The server can't save anything just now. The game waits.
  </p>
);
