import { execFileSync } from "node:child_process";
import { accessSync, constants, existsSync } from "node:fs";
import { delimiter, join } from "node:path";

const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

const onPath = (): string | undefined => {
  for (const directory of (process.env["PATH"] ?? "").split(delimiter)) {
    for (const name of names) {
      const file = join(directory, name);
      try {
        accessSync(file, constants.X_OK);
        return file;
      } catch {
        // Not here; the next directory may have it.
      }
    }
  }
  return undefined;
};

const missing = `The browser tests need Chromium. Install it (on Debian or Ubuntu: apt-get install chromium),
or set CHROMIUM to the path of a Chromium or Chrome, and run the tests again.`;

const mayInstall = (): boolean => process.getuid?.() === 0 && existsSync("/usr/bin/apt-get");

/** The path of a Chromium: named by CHROMIUM, found on PATH, or installed where that may be done. Otherwise it ends the run with a clear message. */
export const findChromium = (): string => {
  const named = process.env["CHROMIUM"];
  if (named !== undefined && named !== "") return named;
  const found = onPath();
  if (found !== undefined) return found;
  if (mayInstall()) {
    console.log("Chromium is missing; installing Debian's package…");
    const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
    try {
      execFileSync("apt-get", ["update", "-qq"], { env, stdio: "ignore" });
      execFileSync(
        "apt-get",
        ["install", "-y", "-qq", "--no-install-recommends", "chromium", "fonts-dejavu-core", "fonts-noto-color-emoji"],
        {
          env,
          stdio: ["ignore", "ignore", "inherit"],
        },
      );
    } catch {
      // Said below, once.
    }
  }
  const installed = onPath();
  if (installed === undefined) {
    console.error(missing);
    process.exit(1);
  }
  return installed;
};
