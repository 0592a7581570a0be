import { Qr } from "./qr.tsx";

/** Addresses that lead a phone to itself. */
const own = /^(?:localhost|127\.|\[::1\])/;

/** How to get in: to be scanned, or typed. */
export const JoinPanel = ({ code }: { readonly code: string }) => (
  <section class="join-panel" aria-label="How to join">
    <Qr text={`${location.origin}/l/${code}`} label={`QR code that leads to the lobby ${code}`} />
    <p class="join-words">
      Scan, or open <strong class="address">{location.host}</strong>
    </p>
    <p class="join-code">
      <span class="for-ears">Code </span>
      <code data-testid="lobby-code">{code}</code>
    </p>
    {own.test(location.host) && (
      <p class="join-note">Phones can't reach this address. Open this page by the server's name or number.</p>
    )}
  </section>
);
