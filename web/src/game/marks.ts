export const letterOf = (choice: number): string => String.fromCharCode(65 + choice);

/** The choice a key stands for: 1–6 or A–F; undefined for every other key. */
export const choiceOfKey = (key: string): number | undefined => {
  if (/^[1-6]$/.test(key)) return Number(key) - 1;
  return /^[a-f]$/i.test(key) ? key.toUpperCase().charCodeAt(0) - 65 : undefined;
};
