/** Where a player's own page is. */
export const profilePath = (id: string): string => `/p/${encodeURIComponent(id)}`;

/** Where a finished game is shown question by question. */
export const gamePath = (id: string): string => `/g/${encodeURIComponent(id)}`;
