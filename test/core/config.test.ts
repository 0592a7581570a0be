import assert from "node:assert/strict";
import { ConfigError, readConfig } from "../../src/config.ts";

describe("configuration", () => {
  it("has a default for everything", () => {
    const config = readConfig({});
    assert.deepEqual(
      [config.PORT, config.HOST, config.DATA_DIR, config.LOG_LEVEL],
      [2567, "0.0.0.0", "./data", "info"],
    );
    assert(Object.isFrozen(config));
  });

  it("names every wrong variable at once", () => {
    const wrong = {
      PORT: "high",
      JWT_SECRET: "short",
      PUBLIC_URL: "ftp://x",
      LOG_LEVEL: "loud",
      ADMIN_PASSWORD: "x",
      ALLOWED_ORIGINS: "nowhere",
    };
    assert.throws(
      () => readConfig(wrong),
      (error) => error instanceof ConfigError && Object.keys(wrong).every((name) => error.message.includes(name)),
    );
    assert.throws(
      () => readConfig({ JWT_SECRET: "hunter2" }),
      (error) => error instanceof ConfigError && !error.message.includes("hunter2"),
    );
  });

  it("takes empty variables for unset ones", () => {
    assert.equal(readConfig({ PORT: "", PUBLIC_URL: "", JWT_SECRET: "" }).PORT, 2567);
    assert.equal(readConfig({ PUBLIC_URL: "https://quiz.example/" }).PUBLIC_URL, "https://quiz.example");
  });
});
