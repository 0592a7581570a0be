import { useEffect } from "preact/hooks";
import { askSourcesOnce } from "../questions/sources.ts";
import { AddBot } from "./add-bot.tsx";
import { CompanyForm } from "./company-form.tsx";

/** What the owner may do about the bots of the lobby as a whole. */
export const BotControls = ({ mayAdd }: { readonly mayAdd: boolean }) => {
  useEffect(() => void askSourcesOnce(), []);
  return (
    <>
      {mayAdd && <AddBot />}
      <CompanyForm />
    </>
  );
};
