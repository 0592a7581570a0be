import assert from "node:assert/strict";
import { ConfigError, readConfig } from "../../src/config.ts";

describe("the configuration of voices", () => {
  it("names none by itself", () => {
    const { SPEECH_MODEL, SPEECH_VOICE, TRANSCRIPTION_MODEL } = readConfig({ SPEECH_MODEL: "", SPEECH_VOICE: "" });
    assert.deepEqual([SPEECH_MODEL, SPEECH_VOICE, TRANSCRIPTION_MODEL], [undefined, "alloy", undefined]);
  });

  it("takes models only with somebody to ask, and voices that are names", () => {
    const server = { OPENAI_BASE_URL: "http://localhost:8000/v1" };
    const config = readConfig({
      ...server,
      SPEECH_MODEL: "kokoro",
      SPEECH_VOICE: "af_sky",
      TRANSCRIPTION_MODEL: "base",
    });
    assert.deepEqual(
      [config.SPEECH_MODEL, config.SPEECH_VOICE, config.TRANSCRIPTION_MODEL],
      ["kokoro", "af_sky", "base"],
    );
    const wrong = [
      { SPEECH_MODEL: "tts" },
      { TRANSCRIPTION_MODEL: "stt" },
      { ...server, SPEECH_VOICE: "../alloy" },
      { ...server, SPEECH_MODEL: "m".repeat(201) },
    ];
    for (const environment of wrong) {
      const name = Object.keys(environment).at(-1) ?? "";
      assert.throws(
        () => readConfig(environment),
        (error) => error instanceof ConfigError && error.message.includes(`${name}:`),
      );
    }
  });
});
