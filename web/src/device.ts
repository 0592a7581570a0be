const key = "parlor-device";

/** Kept here as well, for browsers that let nothing be stored: then it lasts as long as the page. */
let here: string | undefined;

/**
 * The token by which the server knows this browser again when a guest takes another name, so that a ban is not walked
 * around. It is made by the server, by chance, and says nothing about the browser.
 */
export const deviceToken = (): string | undefined => {
  try {
    return localStorage.getItem(key) ?? here;
  } catch {
    return here;
  }
};

/** Keeps the token that came with the answer to a sign-in. */
export const keepDevice = (answer: unknown): void => {
  const { device } = (answer ?? {}) as { readonly device?: unknown };
  if (typeof device !== "string" || device === "") return;
  here = device;
  try {
    localStorage.setItem(key, device);
  } catch {
    // Nothing may be stored: it lasts as long as the page.
  }
};
