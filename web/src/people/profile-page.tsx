import { Avatar } from "../lobby/avatar.tsx";
import { me } from "../session.ts";
import { say } from "../text/say.ts";
import { Categories } from "./categories.tsx";
import { useFetched } from "./fetched.ts";
import { Figures } from "./figures.tsx";
import { KeepPoints } from "./keep-points.tsx";
import { Missing, Page } from "./page.tsx";
import { PastGames } from "./past-games.tsx";
import { PastSeasons } from "./past-seasons.tsx";
import { type Profile, readProfile } from "./profile.ts";
import { Ratings } from "./ratings.tsx";
import { WeekChart } from "./week-chart.tsx";
import { dayText } from "./words.ts";

/** What a player has done: sums, points by week, categories, and their games. */
export const ProfilePage = ({ id }: { readonly id: string }) => {
  const { data, code, fault, again } = useFetched(id, () => readProfile(id));
  const signedIn = me.value;
  const isMine = signedIn?.id === id;
  if (data?.id === id) return <Known profile={data} isMine={isMine} />;
  if (code === "")
    return <Page title={say("people:profile.somebody")}>{<p class="muted">{say("play:page.moment")}</p>}</Page>;
  if (code === "not_found" && isMine) return <Newcomer name={signedIn.name} />;
  return (
    <Page title={say("people:profile.somebody")}>
      {code === "not_found" ? (
        <Missing heading={say("people:profile.nobody")} words={say("people:profile.noGames")} />
      ) : (
        <Missing heading={say("people:profile.failed")} words={fault} onAgain={again} />
      )}
    </Page>
  );
};

const Known = ({ profile, isMine }: { readonly profile: Profile; readonly isMine: boolean }) => {
  const { id, name, kind, firstAt, weeks, categories, ratings, seasons } = profile;
  return (
    <Page title={name}>
      <section class="card profile-head" data-testid="profile">
        <Avatar id={id} name={name} />
        <div class="grow">
          <h1>
            <bdi>{name}</bdi>
            {isMine && <span class="badge">{say("people:profile.you")}</span>}
            {kind === "bot" && <span class="badge">{say("people:profile.bot")}</span>}
          </h1>
          <p class="muted">
            {say(kind === "bot" ? "people:profile.botSince" : "people:profile.since", { day: dayText(firstAt) })}
          </p>
        </div>
        <Figures profile={profile} />
      </section>
      {isMine && <KeepPoints />}
      <WeekChart weeks={weeks} />
      <Categories categories={categories} />
      <Ratings ratings={ratings} />
      <PastSeasons kind={kind} seasons={seasons} />
      <PastGames key={id} id={id} />
    </Page>
  );
};

const Newcomer = ({ name }: { readonly name: string }) => (
  <Page title={name}>
    <section class="card" data-testid="profile">
      <h1>
        <bdi>{name}</bdi>
        <span class="badge">{say("people:profile.you")}</span>
      </h1>
      <p>{say("people:profile.newcomer")}</p>
    </section>
    <KeepPoints />
  </Page>
);
