import { useState } from "preact/hooks";
import type { PersonBrief } from "../../../../src/conduct/conduct.ts";
import { follow } from "../../route.ts";
import { get } from "../api.ts";
import { useLoading, useSettled } from "../loading.ts";
import { SearchField } from "../search-field.tsx";
import { adminPath } from "../sections.ts";
import { Ago } from "../when.tsx";

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
        <h1>People</h1>
        <p class="muted">{wanted === "" ? "Banned, or with strikes" : ""}</p>
        <span class="grow" />
        <SearchField label="Name, id or e-mail" value={search} onInput={setSearch} />
      </div>
      <p class="fault" role="alert">
        {fault}
      </p>
      {people.length === 0 && (
        <p class="empty">
          {busy ? "Looking…" : wanted === "" ? "Nobody is banned or has strikes. Search for anybody." : "Nobody fits."}
        </p>
      )}
      {people.length > 0 && <PeopleTable people={people} />}
      {cursor !== undefined && (
        <button class="wide" onClick={() => void showMore()}>
          Show more
        </button>
      )}
    </>
  );
};

const PeopleTable = ({ people }: { readonly people: readonly PersonBrief[] }) => (
  <table class="rows" data-testid="people">
    <thead>
      <tr>
        <th scope="col">Name</th>
        <th scope="col">Standing</th>
        <th scope="col" class="figure">
          Strikes
        </th>
        <th scope="col" class="figure">
          Games
        </th>
        <th scope="col" class="figure">
          Last game
        </th>
        <th scope="col">Id</th>
      </tr>
    </thead>
    <tbody>
      {people.map(({ id, name, registered, role, strikes, banned, games, lastAt }) => (
        <tr key={id}>
          <th scope="row" data-name="Name">
            <a href={adminPath("people", id)} onClick={follow} data-testid="person" class="whole">
              {name || id}
            </a>
            {role !== "player" && role !== "" && <span class="badge is-role">{role}</span>}
          </th>
          <td data-name="Standing">
            {banned && <span class="badge is-bad">banned</span>}
            <span class="muted">{registered ? "account" : "guest"}</span>
          </td>
          <td data-name="Strikes" class="figure">
            {strikes}
          </td>
          <td data-name="Games" class="figure">
            {games}
          </td>
          <td data-name="Last game" class="figure">
            {lastAt === null ? "—" : <Ago at={lastAt} />}
          </td>
          <td data-name="Id" class="id">
            {id}
          </td>
        </tr>
      ))}
    </tbody>
  </table>
);
