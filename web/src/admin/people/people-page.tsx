import { useState } from "preact/hooks";
import type { PersonBrief } from "../../../../src/conduct/conduct.ts";
import { follow } from "../../route.ts";
import { say } from "../../text/say.ts";
import { get } from "../api.ts";
import { useLoading, useSettled } from "../loading.ts";
import { SearchField } from "../search-field.tsx";
import { adminPath } from "../sections.ts";
import { Ago } from "../when.tsx";
import { roleWords } from "../words.ts";

type Page = { readonly people: readonly PersonBrief[]; readonly cursor?: string };

const pageSize = 50;

/** Finds people; without a search those who are banned or have strikes. */
export const PeoplePage = () => {
  const [search, setSearch] = useState("");
  const [more, setMore] = useState<Page>();
  const wanted = useSettled(search.trim());
  const { data, fault, busy } = useLoading(async () => {
    const page = await get<Page>("people", { search: wanted, limit: pageSize });
    setMore(undefined);
    return page;
  }, wanted);
  const people = [...(data?.people ?? []), ...(more?.people ?? [])];
  const cursor = more === undefined ? data?.cursor : more.cursor;
  const showMore = async () => {
    const page = await get<Page>("people", { search: wanted, limit: pageSize, cursor });
    setMore({ ...page, people: [...(more?.people ?? []), ...page.people] });
  };
  return (
    <>
      <div class="head">
        <h1>{say("admin:section.people")}</h1>
        <p class="muted">{wanted === "" && say("adminPeople:people.banned")}</p>
        <span class="grow" />
        <SearchField label={say("adminPeople:people.search")} value={search} onInput={setSearch} />
      </div>
      <p class="fault" role="alert">
        {fault}
      </p>
      {people.length === 0 && (
        <p class="empty">
          {busy
            ? say("admin:looking")
            : say(wanted === "" ? "adminPeople:people.nobody" : "adminPeople:people.nobodyFits")}
        </p>
      )}
      {people.length > 0 && <PeopleTable people={people} />}
      {cursor !== undefined && (
        <button class="wide" onClick={() => void showMore()}>
          {say("admin:more")}
        </button>
      )}
    </>
  );
};

const PeopleTable = ({ people }: { readonly people: readonly PersonBrief[] }) => (
  <table class="rows" data-testid="people">
    <thead>
      <tr>
        <th scope="col">{say("adminPeople:people.name")}</th>
        <th scope="col">{say("adminPeople:people.standing")}</th>
        <th scope="col" class="figure">
          {say("adminPeople:people.strikes")}
        </th>
        <th scope="col" class="figure">
          {say("adminPeople:people.games")}
        </th>
        <th scope="col" class="figure">
          {say("adminPeople:people.last")}
        </th>
        <th scope="col">{say("adminPeople:people.id")}</th>
      </tr>
    </thead>
    <tbody>
      {people.map(({ id, name, registered, role, strikes, banned, games, lastAt }) => (
        <tr key={id}>
          <th scope="row" data-name={say("adminPeople:people.name")}>
            <a href={adminPath("people", id)} onClick={follow} data-testid="person" class="whole">
              {name || id}
            </a>
            {role !== "player" && role !== "" && <span class="badge is-role">{roleWords(role)}</span>}
          </th>
          <td data-name={say("adminPeople:people.standing")}>
            {banned && <span class="badge is-bad">{say("adminPeople:people.bannedBadge")}</span>}
            <span class="muted">{say(registered ? "adminPeople:people.account" : "adminPeople:people.guest")}</span>
          </td>
          <td data-name={say("adminPeople:people.strikes")} class="figure">
            {strikes}
          </td>
          <td data-name={say("adminPeople:people.games")} class="figure">
            {games}
          </td>
          <td data-name={say("adminPeople:people.last")} class="figure">
            {lastAt === null ? "—" : <Ago at={lastAt} />}
          </td>
          <td data-name={say("adminPeople:people.id")} class="id">
            {id}
          </td>
        </tr>
      ))}
    </tbody>
  </table>
);
