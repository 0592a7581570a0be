/** The page that is shown when no other could be had: it says why, and tries until the server is there again. */

const everyMs = 4000;
const giveUpMs = 3000;

const put = (id: string, words: string): void => {
  const place = document.getElementById(id);
  if (place !== null && place.textContent !== words) place.textContent = words;
};

const explain = (): void =>
  put(
    "why",
    navigator.onLine ? "The server does not answer just now." : "This device is offline: it has no way into the net.",
  );

const isBack = (): Promise<boolean> =>
  fetch("/health/live", { cache: "no-store", signal: AbortSignal.timeout(giveUpMs) }).then(
    ({ ok }) => ok,
    () => false,
  );

const attempt = async (): Promise<void> => {
  explain();
  // The same address again: what was asked for.
  if (await isBack()) location.reload();
};

const pressed = async (): Promise<void> => {
  put("state", "Trying…");
  await attempt();
  put("state", "Still no connection.");
};

explain();
document.getElementById("again")?.addEventListener("click", () => void pressed());
addEventListener("online", () => void attempt());
addEventListener("offline", explain);
setInterval(() => void attempt(), everyMs);
