/** The header in which `/health/live` says which process answers: after a restart another one may have the address. */
export const processHeader = "x-parlor-process";

const tries = 3;
const waitMs = 400;

/** Whether this very process is there and answers. */
export const isThere = async ({ id, address }: { readonly id: string; readonly address: string }): Promise<boolean> => {
  for (let n = 0; n < tries; n++) {
    try {
      const response = await fetch(`http://${address}/health/live`, { signal: AbortSignal.timeout(waitMs) });
      return response.headers.get(processHeader) === id;
    } catch (error) {
      // Refused means that nobody is there; silence may be a busy moment, and is asked again.
      if (!(error instanceof DOMException)) return false;
    }
  }
  return false;
};
