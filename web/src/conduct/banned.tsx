import { lazily } from "../lazily.tsx";

/** For those alone who are banned. */
export const Banned = lazily(() => import("./banned-page.tsx").then(({ BannedPage }) => BannedPage), "conduct");
