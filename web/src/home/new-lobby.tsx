import { useState } from "preact/hooks";
import { sentence } from "../codes-text.ts";
import { refusalCode } from "../refusal.ts";
import { go } from "../route.ts";
import { client } from "../session.ts";
import { formOf, formText } from "./form-text.ts";
import { NumberField } from "./number-field.tsx";

const wishIn = (form: FormData) => ({
  topic: formText(form, "topic"),
  count: Number(form.get("count")),
  seconds: Number(form.get("seconds")),
  bots: Number(form.get("bots")),
  public: form.has("public"),
  start: form.has("auto") ? "auto" : "host",
});

/** Makes a lobby and goes there. */
export const NewLobby = () => {
  const [fault, setFault] = useState("");
  const [busy, setBusy] = useState(false);
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    if (busy) return;
    setBusy(true);
    setFault("");
    try {
      const body = wishIn(formOf(event));
      const { data } = await client.http.post("/api/lobbies", { body });
      go(`/l/${(data as { code: string }).code}`);
    } catch (error) {
      setFault(sentence(refusalCode(error) ?? "offline"));
      setBusy(false);
    }
  };
  return (
    <form class="card new-lobby" data-testid="new-lobby" onSubmit={(event) => void submit(event)}>
      <h2>Make a lobby</h2>
      <label for="topic">Topic</label>
      <input
        id="topic"
        name="topic"
        maxLength={80}
        autocomplete="off"
        placeholder="Space, history, food… or leave it open"
      />
      <div class="numbers">
        <NumberField name="count" label="Questions" value={10} min={1} max={50} />
        <NumberField name="seconds" label="Seconds each" value={20} min={3} max={300} />
        <NumberField name="bots" label="AI bots" value={2} min={0} max={5} />
      </div>
      <label class="check">
        <input type="checkbox" name="public" defaultChecked />
        Show it in the list of open lobbies
      </label>
      <label class="check">
        <input type="checkbox" name="auto" />
        Start as soon as the questions are ready
      </label>
      <button class="primary wide" data-testid="make-lobby" aria-disabled={busy}>
        {busy ? "Making it…" : "Make the lobby"}
      </button>
      <p class="fault" role="alert">
        {fault}
      </p>
    </form>
  );
};
