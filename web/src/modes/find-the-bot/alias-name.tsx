import { aliasOf } from "./round.ts";

/** A name with its colour. */
export const AliasName = ({ id }: { readonly id: string }) => {
  const { name = "–", colour = 0 } = aliasOf(id) ?? {};
  return (
    <bdi class="alias" style={{ "--colour": String(colour) }}>
      {name}
    </bdi>
  );
};
