import { Field } from "../account/field.tsx";
import { useSending } from "../account/sending.ts";
import { formOf, formText } from "../home/form-text.ts";
import { client } from "../session.ts";
import { say } from "../text/say.ts";
import { goToPack } from "./arrival.ts";
import { packWords } from "./words.ts";

/** Begins a pack with nothing in it. */
export const NewPack = () => {
  const { busy, fault, run } = useSending({ ...packWords(), malformed: say("host:newPack.needsTitle") });
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
      <h2>{say("host:newPack.title")}</h2>
      <Field
        id="new-pack-title"
        name="title"
        label={say("host:details.title")}
        maxLength={80}
        autocomplete="off"
        required
      />
      <button class="wide" data-testid="new-pack" aria-disabled={busy}>
        {busy ? say("host:newPack.busy") : say("host:newPack.begin")}
      </button>
      <p class="fault" role="alert">
        {fault}
      </p>
    </form>
  );
};
