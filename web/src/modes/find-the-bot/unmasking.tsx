import { Timer } from "../../game/timer.tsx";
import { seat } from "../../store.ts";
import { inList } from "../../text/figures.ts";
import { say } from "../../text/say.ts";
import { AliasName } from "./alias-name.tsx";
import { aliasOf, type Unmasked, unmasked } from "./round.ts";

/** Who was who, what it brought, and who had marked whom. */
export const Unmasking = () => {
  const shown = unmasked();
  if (shown === undefined) return null;
  return (
    <div class="find-the-bot">
      <Timer />
      <Faces shown={shown} />
      <MyPoints shown={shown} />
      <h3>{say("modeFindTheBot:unmasked.votes")}</h3>
      <ul class="alias-votes">
        {shown.votes.map(({ player, name, marked }) => (
          <li key={player}>
            <bdi>{name}</bdi> <span class="muted">{markedWords(marked)}</span>
          </li>
        ))}
      </ul>
    </div>
  );
};

const markedWords = (marked: readonly string[] | null): string => {
  if (marked === null) return say("modeFindTheBot:unmasked.noVote");
  if (marked.length === 0) return say("modeFindTheBot:unmasked.none");
  return inList(marked.map((id) => aliasOf(id)?.name ?? ""));
};

type Props = { readonly shown: Unmasked };

/** Every alias with who was behind it. */
export const Faces = ({ shown }: Props) => (
  <>
    <h2>
      {shown.aliases.some(({ bot }) => bot)
        ? say("modeFindTheBot:unmasked.title")
        : say("modeFindTheBot:unmasked.nobody")}
    </h2>
    <ul class="faces" data-testid="faces">
      {shown.aliases.map(({ id, name, bot, fooled, of }) => (
        <li key={id} class={bot ? "face bot" : "face"}>
          <AliasName id={id} />
          <span class="behind">
            <bdi>{name}</bdi>
            <span class="badge">
              {bot ? say("modeFindTheBot:unmasked.bot") : say("modeFindTheBot:unmasked.person")}
            </span>
          </span>
          <span class="muted">{of > 0 && say("modeFindTheBot:unmasked.fooled", { fooled, of })}</span>
        </li>
      ))}
    </ul>
  </>
);

const MyPoints = ({ shown }: Props) => {
  const mine = shown.votes.find(({ player }) => player === seat.value);
  if (mine === undefined) return null;
  const { marked, right, of, points, fooling } = mine;
  return (
    <p class="my-points" role="status">
      {marked === null ? (
        <>
          {say("modeFindTheBot:unmasked.missed")} {say("modeFindTheBot:unmasked.fooling", { fooling })}
        </>
      ) : (
        say("modeFindTheBot:unmasked.own", { right, of, points, fooling })
      )}
    </p>
  );
};
