import { useState } from "preact/hooks";

const copiedMs = 2000;

/** The address of a lobby, to be given to others. */
export const lobbyLink = (code: string): string => `${location.origin}/l/${code}`;

/** Copies a text, and says for a moment that it has. Without a secure context there is no clipboard. */
export const useCopy = (text: string): { readonly copied: boolean; readonly copy: () => Promise<void> } => {
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    const isDone = await navigator.clipboard?.writeText(text).then(
      () => true,
      () => false,
    );
    if (!isDone) return;
    setCopied(true);
    setTimeout(() => setCopied(false), copiedMs);
  };
  return { copied, copy };
};
