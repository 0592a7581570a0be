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

  it("takes a model's key, its server, or both", () => {
    const local = readConfig({ OPENAI_BASE_URL: "http://localhost:11434/v1/", OPENAI_API_KEY: "", OPENAI_MODEL: "" });
    assert.deepEqual(
      [local.OPENAI_BASE_URL, local.OPENAI_API_KEY, local.OPENAI_MODEL],
      ["http://localhost:11434/v1", undefined, undefined],
    );
    assert.equal(readConfig({ OPENAI_API_KEY: "sk-1" }).OPENAI_API_KEY, "sk-1");
    const wrong = [
      { OPENAI_API_KEY: "two words" },
      { OPENAI_API_KEY: "hunter2\n" },
      { OPENAI_BASE_URL: "localhost:11434" },
      { OPENAI_BASE_URL: "file:///etc/passwd" },
      { OPENAI_BASE_URL: "http://ana:hunter2@localhost/v1" },
      { OPENAI_BASE_URL: "http://localhost/v1?key=hunter2" },
      { OPENAI_MODEL: "m".repeat(201) },
    ];
    for (const environment of wrong) {
      assert.throws(
        () => readConfig(environment),
        (error) =>
          error instanceof ConfigError &&
          error.message.includes(Object.keys(environment)[0] ?? "?") &&
          !error.message.includes("hunter2"),
      );
    }
  });

  it("takes a mode of moderation only with somebody to ask", () => {
    assert.equal(readConfig({}).OPENAI_MODERATION, "off");
    assert.equal(readConfig({ OPENAI_MODERATION: "" }).OPENAI_MODERATION, "off");
    assert.equal(readConfig({ OPENAI_MODERATION: "off" }).OPENAI_MODERATION, "off");
    for (const server of [{ OPENAI_API_KEY: "sk-1" }, { OPENAI_BASE_URL: "http://localhost:11434/v1" }]) {
      const config = readConfig({ OPENAI_MODERATION: "pre", OPENAI_MODERATION_MODEL: "guard", ...server });
      assert.deepEqual([config.OPENAI_MODERATION, config.OPENAI_MODERATION_MODEL], ["pre", "guard"]);
    }
    const wrong = [
      { OPENAI_MODERATION: "post" },
      { OPENAI_MODERATION: "pre", OPENAI_API_KEY: "", OPENAI_BASE_URL: "" },
      { OPENAI_MODERATION: "on", OPENAI_API_KEY: "sk-1" },
    ];
    for (const environment of wrong) {
      assert.throws(
        () => readConfig(environment),
        (error) => error instanceof ConfigError && error.message.includes("OPENAI_MODERATION:"),
      );
    }
  });
});
