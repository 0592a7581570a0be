import { render } from "preact";
import { App } from "./app.tsx";
import { restore } from "./session.ts";
import { startSpeaking } from "./text/say.ts";
import { registerWorker } from "./worker/register.ts";

const root = document.getElementById("app");
if (root !== null) {
  void restore();
  await startSpeaking();
  // What was seen until now would stay beside a page whose script is still to come.
  root.replaceChildren();
  render(<App />, root);
  registerWorker();
}
