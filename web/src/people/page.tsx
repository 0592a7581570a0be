import "../style/people.css";
import type { ComponentChildren } from "preact";
import { useEffect } from "preact/hooks";
import { Brand } from "../home/brand.tsx";
import { follow } from "../route.ts";
import { me } from "../session.ts";
import { say } from "../text/say.ts";
import { profilePath } from "./paths.ts";

type Props = { readonly title: string; readonly children: ComponentChildren };

/** The frame of pages about people and what they have played. */
export const Page = ({ title, children }: Props) => {
  useEffect(() => {
    document.title = `${title} · Parlor`;
  }, [title]);
  const signedIn = me.value;
  return (
    <div class="home people">
      <header class="top">
        <Brand />
        <nav class="who" aria-label={say("people:page.nav")}>
          <a class="button quiet" href="/boards" onClick={follow}>
            {say("people:page.boards")}
          </a>
          {signedIn && (
            <a class="button quiet" href={profilePath(signedIn.id)} onClick={follow}>
              {say("people:page.yours")}
            </a>
          )}
        </nav>
      </header>
      <main>{children}</main>
    </div>
  );
};

type MissingProps = { readonly heading: string; readonly words: string; readonly onAgain?: () => void };

/** In the place of a page that could not be had. */
export const Missing = ({ heading, words, onAgain }: MissingProps) => (
  <section class="card missing">
    <h1>{heading}</h1>
    <p role="alert">{words}</p>
    <div class="actions">
      {onAgain !== undefined && (
        <button class="primary" onClick={onAgain}>
          {say("people:page.again")}
        </button>
      )}
      <a class="button" href="/" onClick={follow}>
        {say("people:page.first")}
      </a>
    </div>
  </section>
);
