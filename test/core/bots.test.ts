import assert from "node:assert/strict";
import { seededRandom } from "../../src/core/random.ts";
import { lineFor, typingMs } from "../../src/bots/banter.ts";
import { personaFor, personas } from "../../src/bots/personas.ts";
import { messages } from "../../src/protocol/messages.ts";

describe("a bot's lines", () => {
  it("come now and then, and can be said", () => {
    const random = seededRandom("lines");
    for (const persona of personas) {
      let said = 0;
      for (let n = 0; n < 1000; n++) {
        const line = lineFor(
          persona,
          { type: "result", right: n % 2 === 0, answered: n % 3 > 0, streak: n % 4 },
          random,
        );
        if (line !== undefined) said++;
      }
      assert(said > 30 && said < 400, `${persona.id} said ${said} lines`);
      for (const line of Object.values(persona.lines).flat()) {
        assert(messages.chat.safeParse({ text: line }).success && line.length <= 160, line);
        assert(typingMs(line) >= 600 && typingMs(line) <= 4000);
      }
    }
  });

  it("belong to a persona found by name, or in turn", () => {
    assert.equal(personaFor("GPT-Muse", 2).id, "muse");
    assert.equal(personaFor("QUILL", 0).id, "quill");
    assert.deepEqual(
      [0, 1, 2, 3].map((nth) => personaFor(null, nth).id),
      ["muse", "quill", "rae", "drizzle"],
    );
  });
});
