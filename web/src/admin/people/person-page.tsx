import { sentence } from "../../codes-text.ts";
import { follow } from "../../route.ts";
import type { Me } from "../../session.ts";
import { sayRich } from "../../text/rich.ts";
import { say } from "../../text/say.ts";
import { get } from "../api.ts";
import { queueTurn } from "../live.ts";
import { useLoading, usePaced } from "../loading.ts";
import { adminPath } from "../sections.ts";
import { Ago } from "../when.tsx";
import { roleWords } from "../words.ts";
import { Notes } from "./notes.tsx";
import { type Known, latestFirst } from "./person.ts";
import { PersonActions } from "./person-actions.tsx";
import { Sanctions } from "./sanctions.tsx";
import { Strikes } from "./strikes.tsx";

type Props = { readonly id: string; readonly me: Me };

/** Somebody: what they did against the rules, what followed, and what the staff remarked. */
export const PersonPage = ({ id, me }: Props) => {
  const turn = usePaced(queueTurn.value);
  const { data, fault, reload } = useLoading(() => get<Known>(`people/${encodeURIComponent(id)}`), `${id} ${turn}`);
  const changed = () => void reload();
  return (
    <>
      <p class="back">
        <a href={adminPath("people")} onClick={follow}>
          ‹ {say("admin:section.people")}
        </a>
      </p>
      <Head id={id} known={data} me={me} onChanged={changed} />
      <p class="fault" role="alert">
        {fault === sentence("not_found") ? say("adminPeople:person.unknown") : fault}
      </p>
      {data === undefined && fault === "" && <p class="empty">{say("admin:looking")}</p>}
      {data && (
        <>
          <div class="columns is-even">
            <div class="stack">
              <Sanctions sanctions={latestFirst(data.sanctions)} onChanged={changed} />
              <Strikes strikes={latestFirst(data.strikes)} />
            </div>
            <div class="stack">
              <Notes person={id} notes={latestFirst(data.notes)} onChanged={changed} />
              <Matters known={data} />
              <Games known={data} />
            </div>
          </div>
        </>
      )}
    </>
  );
};

type HeadProps = Props & { readonly known: Known | undefined; readonly onChanged: () => void };

/** There from the beginning, as this is where one arrives. */
const Head = ({ id, known, me, onChanged }: HeadProps) => {
  const { name = "", role = "player", banned = false } = known?.person ?? {};
  return (
    <div class="head">
      <div>
        <h1 data-testid="person-name">
          {name || id}
          {role !== "player" && role !== "" && <span class="badge is-role">{roleWords(role)}</span>}
          {banned && <span class="badge is-bad">{say("adminPeople:people.bannedBadge")}</span>}
        </h1>
        {known && <Standing known={known} />}
      </div>
      <span class="grow" />
      {known && <PersonActions person={known.person} me={me} onChanged={onChanged} />}
    </div>
  );
};

const Standing = ({ known: { person } }: { readonly known: Known }) => {
  const { registered, strikes, games, lastAt, id } = person;
  const values = { registered: registered ? "yes" : "no", strikes, games, id: <span class="id">{id}</span> };
  return (
    <p class="muted">
      {lastAt === null
        ? sayRich("adminPeople:person.standing", values)
        : sayRich("adminPeople:person.standingLast", { ...values, when: <Ago at={lastAt} /> })}
    </p>
  );
};

const Matters = ({ known: { reviews } }: { readonly known: Known }) => (
  <section class="card" aria-labelledby="matters">
    <h2 id="matters">{say("adminPeople:person.queue")}</h2>
    {reviews.length === 0 && <p class="muted">{say("adminPeople:person.nothing")}</p>}
    <ul class="plain-list">
      {latestFirst(reviews).map(({ id, kind, state, text, at }) => (
        <li key={id}>
          <p>
            <span class={`kind is-${kind}`}>{say(`admin:kind.${kind}`)}</span>{" "}
            <strong>{say(`admin:state.${state}`)}</strong>{" "}
            <span class="muted">
              <Ago at={at} />
            </span>
          </p>
          <p class="quote">{text || say("admin:noWords")}</p>
        </li>
      ))}
    </ul>
  </section>
);

const Games = ({ known: { games } }: { readonly known: Known }) => (
  <section class="card" aria-labelledby="games">
    <h2 id="games">{say("adminPeople:people.games")}</h2>
    {games.length === 0 && <p class="muted">{say("adminPeople:person.noGames")}</p>}
    <ul class="plain-list is-dense">
      {latestFirst(games).map(({ game, topic, at, rank, of, score }) => (
        <li key={game}>
          {sayRich(
            "adminPeople:person.game",
            { topic: topic || say("adminPeople:person.mixed"), rank, of, points: score, when: <Ago at={at} /> },
            { muted: (words) => <span class="muted">{words}</span> },
          )}
        </li>
      ))}
    </ul>
  </section>
);
