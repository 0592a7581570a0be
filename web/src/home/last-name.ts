const key = "parlor-name";

/** The name somebody last came with on this device, so that next time it need not be typed; "" for none. */
export const lastName = (): string => {
  try {
    return localStorage.getItem(key) ?? "";
  } catch {
    return "";
  }
};

export const keepName = (name: string): void => {
  try {
    localStorage.setItem(key, name);
  } catch {
    // Nothing may be stored: it is typed again.
  }
};
