import { render } from "preact";
import { App } from "./app.tsx";
import { restore } from "./session.ts";
import { startSpeaking } from "./text/say.ts";
import { registerWorker } from "./worker/register.ts";

const root = document.getElementById("app");

const show = async (place: HTMLElement): Promise<void> => {
  void restore();
  await startSpeaking();
  // What was seen until now would stay beside a page whose script is still to come.
  place.replaceChildren();
  render(<App />, place);
  registerWorker();
};

// Not awaited: the texts may import from this very script, which would wait for itself.
if (root !== null) void show(root);
