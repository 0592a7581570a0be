import { Field } from "../account/field.tsx";
import { useSending } from "../account/sending.ts";
import { formOf, formText } from "../home/form-text.ts";
import { client } from "../session.ts";
import { goToPack } from "./arrival.ts";
import { packWords } from "./words.ts";

/** Begins a pack with nothing in it. */
export const NewPack = () => {
  const { busy, fault, run } = useSending({ ...packWords, malformed: "A pack needs a title." });
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const title = formText(formOf(event), "title");
    void run(async () => {
      const { data } = await client.http.post("/api/packs", { body: { title } });
      goToPack((data as { readonly id: string }).id);
    });
  };
  return (
    <form class="card" onSubmit={submit}>
      <h2>Begin a pack</h2>
      <Field id="new-pack-title" name="title" label="Title" maxLength={80} autocomplete="off" required />
      <button class="wide" data-testid="new-pack" aria-disabled={busy}>
        {busy ? "Making it…" : "Begin with no questions"}
      </button>
      <p class="fault" role="alert">
        {fault}
      </p>
    </form>
  );
};
