/** What this server can do with voices; nothing when it can't be asked. */
export type Abilities = { readonly aloud: boolean; readonly listen: boolean };

const none: Abilities = { aloud: false, listen: false };
let asked: Promise<Abilities> | undefined;

/** Asked once, and again after a failure. */
export const abilities = (): Promise<Abilities> => (asked ??= ask());

const ask = async (): Promise<Abilities> => {
  try {
    const response = await fetch("/api/speech", { signal: AbortSignal.timeout(5000) });
    const said = (await response.json()) as Partial<Abilities>;
    return { aloud: said.aloud === true, listen: said.listen === true };
  } catch {
    asked = undefined;
    return none;
  }
};
