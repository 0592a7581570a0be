const cut = "[cut]";

/** What looks like a secret wherever it stands; the first group of each is kept. */
const secrets: readonly RegExp[] = [
  // The password in an address.
  /([a-z][a-z0-9+.-]*:\/\/[^\s/:@"\\]*:)[^\s/@"\\]+(?=@)/gi,
  /(\b(?:bearer|basic)\s+)[\w.~+/=-]{8,}/gi,
  /()\beyJ[\w-]+\.[\w-]+\.[\w-]*/g,
  /()\b(?:sk|whsec)[-_][\w+/=-]{8,}/g,
  // In a query, a form, or JSON.
  /(\b_?(?:auth|access|reconnection|device|session|id)?_?(?:token|password|secret|api_?key|sessionId)["\\]*\s*[=:]\s*["\\]*)(?!\[cut\])[^\s"\\&,;}\]]+/gi,
];

/** A text without what looks like a secret: the last net below everything that takes care not to log one. */
export const scrubbed = (text: string): string =>
  secrets.reduce((left, secret) => left.replace(secret, `$1${cut}`), text);
