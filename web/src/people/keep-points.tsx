import { useState } from "preact/hooks";
import { Register } from "../account/register.tsx";
import { me } from "../session.ts";
import { say } from "../text/say.ts";

/** A guest's way to keep what they have won: they become an account and stay who they are. */
export const KeepPoints = () => {
  const signedIn = me.value;
  // Who was a guest when this was first shown is told that they no longer are.
  const [wasGuest] = useState(signedIn?.anonymous === true);
  if (!signedIn || !wasGuest) return null;
  return (
    <section class="card keep-points" aria-labelledby="keep-points" data-testid="keep-points">
      <h2 id="keep-points">{say("people:keep.title")}</h2>
      {signedIn.anonymous ? (
        <div class="doors">
          <p class="muted">{say("people:keep.guest")}</p>
          <details data-testid="keep-points-open">
            <summary>{say("people:keep.open")}</summary>
            <Register guest={signedIn.name} />
          </details>
        </div>
      ) : (
        <p role="status" data-testid="points-kept">
          {say("people:keep.done")}
        </p>
      )}
    </section>
  );
};
