import { ResetPasswordPage } from "./account/reset-password-page.tsx";
import { lazily } from "./lazily.tsx";
import { LobbyPage } from "./lobby/lobby-page.tsx";
import { LostPage } from "./lobby/out.tsx";
import { route } from "./route.ts";

/** Who comes by a link to a lobby never needs it; on its own address it is fetched beside this script. */
const HomePage = lazily(() => import("./home/home-page.tsx").then(({ HomePage: page }) => page));
/** Who only plays never loads them. */
const PackPages = lazily(() => import("./packs/pack-pages.tsx").then(({ PackPages: pages }) => pages), "host");
const ScreenPage = lazily(
  () => import("./screen/screen-page.tsx").then(({ ScreenPage: page }) => page),
  "screen",
  "results",
);
const ProfilePage = lazily(
  () => import("./people/profile-page.tsx").then(({ ProfilePage: page }) => page),
  "people",
  "modes",
);
const GamePage = lazily(
  () => import("./results/game-page.tsx").then(({ GamePage: page }) => page),
  "results",
  "people",
  "modes",
);
const BoardsPage = lazily(
  () => import("./boards/boards-page.tsx").then(({ BoardsPage: page }) => page),
  "people",
  "modes",
);
const AdminPage = lazily(
  () => import("./admin/admin-page.tsx").then(({ AdminPage: page }) => page),
  "admin",
  "adminPeople",
  "adminServer",
  "conduct",
  "people",
);

/** The page that the address asks for. */
export const App = () => {
  const to = route.value;
  switch (to.page) {
    case "home":
      return <HomePage />;
    case "lobby":
      return <LobbyPage key={to.code} code={to.code} />;
    case "screen":
      return <ScreenPage key={to.code} code={to.code} />;
    case "packs":
      return <PackPages id="" />;
    case "pack":
      return <PackPages id={to.id} />;
    case "admin":
      return <AdminPage section={to.section} id={to.id} />;
    case "player":
      return <ProfilePage key={to.id} id={to.id} />;
    case "game":
      return <GamePage key={to.id} id={to.id} />;
    case "boards":
      return <BoardsPage />;
    case "reset-password":
      return <ResetPasswordPage />;
    case "lost":
      return <LostPage />;
  }
};
