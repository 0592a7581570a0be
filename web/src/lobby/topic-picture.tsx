import { useState } from "preact/hooks";
import { lobby } from "../store.ts";
import { sayRich } from "../text/rich.ts";

const isWeb = (url: string): boolean => url.startsWith("https://");

/** The picture of the topic, with its author's name where there is one. It is for the eye alone. */
export const TopicPicture = () => {
  const { url = "", author = "", authorUrl = "" } = lobby.value?.image ?? {};
  const [broken, setBroken] = useState("");
  if (url === "" || url === broken) return null;
  return (
    <figure class="topic-picture" data-testid="topic-picture">
      <img src={url} alt="" loading="lazy" decoding="async" onError={() => setBroken(url)} />
      {author !== "" && (
        <figcaption>
          {sayRich("play:picture.by", {
            author: isWeb(authorUrl) ? (
              <a href={authorUrl} target="_blank" rel="noopener noreferrer">
                {author}
              </a>
            ) : (
              author
            ),
          })}
        </figcaption>
      )}
    </figure>
  );
};
