import { useSignal } from "@preact/signals";
import { lazyPart } from "../conduct/lazy-part.tsx";
import { say } from "../text/say.ts";

const InviteDialog = lazyPart(() => import("./invite-dialog.tsx").then((loaded) => loaded.InviteDialog), "host");

/** Opens what brings others here: a code to be scanned, and the link. */
export const InviteButton = ({ code }: { readonly code: string }) => {
  const open = useSignal(false);
  return (
    <>
      <button
        class="invite-button"
        aria-haspopup="dialog"
        aria-label={say("host:invite.open")}
        title={say("host:invite.title")}
        data-testid="invite"
        onClick={() => (open.value = true)}
      >
        <svg viewBox="0 0 14 14" width="20" height="20" aria-hidden="true" fill="currentColor">
          <path
            d="M0 0h6v6H0zM2 2v2h2V2zM8 0h6v6H8zM10 2v2h2V2zM0 8h6v6H0zM2 10v2h2v-2zM8 8h2v2H8zM12 8h2v2h-2zM10 10h2v2h-2zM8 12h2v2H8zM12 12h2v2h-2z"
            fill-rule="evenodd"
          />
        </svg>
      </button>
      {open.value && <InviteDialog code={code} onClose={() => (open.value = false)} />}
    </>
  );
};
