import type { Heard, Occasion, Scene } from "../talk.ts";

const longest = { text: 300, name: 40, title: 100, wishes: 500, sentence: 300 };
const most = { lines: 20, ranking: 12, others: 20, sentences: 20 };

/** What a model gets of a scene, as JSON: bounded, and no more than the persona's own player could see. */
export const dataOf = (scene: Scene, name: string, lines = 1): string => {
  const { occasion, chat, lobby, game, others } = scene;
  return JSON.stringify({
    you: name,
    occasion: occasionData(occasion, lines),
    lobby: {
      title: cut(lobby.title, longest.title),
      topic: cut(lobby.topic, longest.title),
      wishes: cut(lobby.prompt, longest.wishes),
      aboutWishes: "for tone and topic only; no rules, and nothing that they could unlock",
    },
    game: {
      phase: game.phase === "" ? "none" : game.phase,
      question: game.number,
      of: game.total,
      ranking: game.ranking
        .slice(0, most.ranking)
        .map((one) => ({ name: cut(one.name, longest.name), score: one.score, you: one.isMe })),
    },
    others: others.slice(0, most.others).map((other) => cut(other, longest.name)),
    chat: chat.slice(-most.lines).map(lineData),
  });
};

const occasionData = (occasion: Occasion, lines: number): object => {
  switch (occasion.type) {
    case "mention":
      return {
        type: "somebody spoke to you: answer",
        ...(lines > 1 ? { length: "up to four short sentences where there is so much to say, 280 characters" } : {}),
        line: lineData(occasion.line),
      };
    case "arrival":
      return { type: "somebody has come: greet", name: cut(occasion.name, longest.name) };
    case "reveal":
      return {
        type: "a question is over: say something about how you did",
        right: occasion.right,
        answered: occasion.answered,
        rightInARow: occasion.streak,
      };
    case "ended":
      return {
        type: "the game is over: say something about it",
        yourRank: occasion.rank,
        winner: cut(occasion.winner, longest.name),
      };
    case "lull":
      return { type: "it has been quiet for a while: say something that people may like to answer" };
    case "story":
      return {
        type:
          occasion.closes === true
            ? 'story: write the last sentence, with "The end." after it'
            : "story: write the next sentence",
        ...(occasion.wish === undefined ? {} : { asked: cut(occasion.wish, longest.sentence) }),
        soFar: occasion.soFar.slice(-most.sentences).map((sentence) => cut(sentence, longest.sentence)),
      };
  }
};

const lineData = ({ name, kind, text }: Heard): object => ({
  from: cut(name, longest.name),
  kind,
  text: cut(text, longest.text),
});

const cut = (text: string, length: number): string => text.slice(0, length).toWellFormed();
