/** Which web pages may talk to us: our own, and those the operator names. Programs send no Origin and may. */
export type Origins = {
  readonly allows: (origin: string | null | undefined, host: string | null | undefined) => boolean;
};

export const originsOf = (publicUrl: string | undefined, others: readonly string[]): Origins => {
  const allowed = new Set(others);
  if (publicUrl !== undefined) allowed.add(new URL(publicUrl).origin);
  return {
    allows: (origin, host) => {
      if (origin === null || origin === undefined || origin === "") return true;
      if (allowed.has(origin)) return true;
      return URL.canParse(origin) && new URL(origin).host === host;
    },
  };
};
