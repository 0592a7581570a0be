import { useEffect, useRef, useState } from "preact/hooks";
import { useSending } from "../account/sending.ts";
import { formOf, formText } from "../home/form-text.ts";
import { NumberField } from "../home/number-field.tsx";
import { SourceField } from "../questions/source-field.tsx";
import { client } from "../session.ts";
import { say } from "../text/say.ts";
import { goToPack } from "./arrival.ts";
import { packWords } from "./words.ts";

type Made = { readonly id: string; readonly size: number; readonly note: string };

/** Has a pack made on a topic, which may take a minute. */
export const MakePack = () => {
  const [topic, setTopic] = useState("");
  const making = useRef<AbortController | undefined>(undefined);
  const { busy, fault, run } = useSending(packWords());
  // Who goes elsewhere meanwhile finds the pack in the list, and is not taken to it.
  const isHere = useRef(true);
  useEffect(() => () => void (isHere.current = false), []);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (busy) return;
    const form = formOf(event);
    const body = { topic: formText(form, "topic"), count: Number(form.get("count")), source: formText(form, "source") };
    const { signal } = (making.current = new AbortController());
    void run(async () => {
      try {
        const { id, size, note } = (await client.http.post("/api/packs/make", { body, signal })).data as Made;
        if (isHere.current) goToPack(id, [say("host:makePack.made", { count: size }), note].filter(Boolean).join(" "));
      } catch (error) {
        if (!signal.aborted) throw error;
      }
    });
  };
  return (
    <form class="card" onSubmit={submit}>
      <h2>{say("host:makePack.title")}</h2>
      <div class="field">
        <label for="make-topic">{say("host:makePack.topic")}</label>
        <input
          id="make-topic"
          name="topic"
          maxLength={80}
          autocomplete="off"
          placeholder={say("host:makePack.example")}
          onChange={({ currentTarget: { value } }) => setTopic(value.trim())}
        />
      </div>
      <SourceField id="make" topic={topic} without="pack" />
      <NumberField name="count" label={say("host:makePack.count")} value={10} min={1} max={50} />
      {busy ? (
        <div class="making-pack" role="status">
          <label for="making-pack">{say("host:makePack.making")}</label>
          <progress id="making-pack" />
          <button type="button" onClick={() => making.current?.abort()}>
            {say("host:act.cancel")}
          </button>
        </div>
      ) : (
        <button class="wide" data-testid="make-pack">
          {say("host:makePack.make")}
        </button>
      )}
      <p class="fault" role="alert">
        {fault}
      </p>
    </form>
  );
};
