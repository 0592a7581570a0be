import { render } from "preact";
import { App } from "./app.tsx";
import { restore } from "./session.ts";
import { registerWorker } from "./worker/register.ts";

const root = document.getElementById("app");
if (root !== null) {
  void restore();
  render(<App />, root);
  registerWorker();
}
