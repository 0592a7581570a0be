import type { TargetedEvent } from "preact";
import { type Language, languages } from "./languages.ts";
import { choose, language, say } from "./say.ts";

/** The languages there are, each by its own name, for who would rather read another. */
export const LanguageMenu = () => {
  const onChange = ({ currentTarget: menu }: TargetedEvent<HTMLSelectElement>) => {
    // What can't be fetched is not shown as chosen.
    choose(menu.value as Language).catch(() => (menu.value = language.value));
  };
  return (
    <label class="language-menu">
      <span class="for-ears">{say("play:page.language")}</span>
      <select data-testid="language" value={language.value} onChange={onChange}>
        {Object.entries(languages).map(([code, { name }]) => (
          <option key={code} value={code} lang={code}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
};
