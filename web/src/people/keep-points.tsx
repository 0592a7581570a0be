import { useState } from "preact/hooks";
import { Register } from "../account/register.tsx";
import { me } from "../session.ts";

/** A guest's way to keep what they have won: they become an account and stay who they are. */
export const KeepPoints = () => {
  const signedIn = me.value;
  // Who was a guest when this was first shown is told that they no longer are.
  const [wasGuest] = useState(signedIn?.anonymous === true);
  if (!signedIn || !wasGuest) return null;
  return (
    <section class="card keep-points" aria-labelledby="keep-points" data-testid="keep-points">
      <h2 id="keep-points">Keep your points</h2>
      {signedIn.anonymous ? (
        <div class="doors">
          <p class="muted">You play as a guest: your points are yours in this browser alone.</p>
          <details data-testid="keep-points-open">
            <summary>Make an account of it</summary>
            <Register guest={signedIn.name} />
          </details>
        </div>
      ) : (
        <p role="status" data-testid="points-kept">
          Done. Sign in with your e-mail on any device, and all of this is yours.
        </p>
      )}
    </section>
  );
};
