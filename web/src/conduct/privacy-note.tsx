/** What the portal keeps in the browser, and what for. */
export const PrivacyNote = () => (
  <details class="unfold privacy" data-testid="privacy">
    <summary>What is kept, and why</summary>
    <p>
      This browser keeps your sign-in, the name you last came with, and a random token that the server gave it. By the
      token the server knows this browser again when a guest takes another name, so that a ban can't be walked around.
      It says nothing about you or your device, nothing else is measured, and nobody else is given it. Signing out keeps
      the token; removing this site's data in your browser removes it.
    </p>
    <p>
      The server keeps what is said for a while, and strikes and bans until they have run out for a while, so that
      people can look into appeals. When you are signed in, the first page shows what is kept of yours, and lets you
      save it or have it erased.
    </p>
  </details>
);
