/** Lines about the bot and its game that every persona says alike; some may be followed by words of its own. */

export const distressLines: readonly string[] = [
  "I'm sorry it is so hard right now. I'm only an AI bot, so please talk to somebody you trust, or to a helpline near you, today.",
  "That sounds really heavy, and I'm glad you said it. I'm an AI bot: please tell a person you trust, or call a local helpline.",
  "You matter. I'm just an AI bot and can't help as a person can: please reach out to somebody close, or a crisis line, now.",
  "I hear you. Please don't stay alone with this: call somebody you trust or a local helpline. I'm an AI bot, they are people.",
  "I'm an AI bot and out of my depth, but not indifferent. Please call a friend, your family or a helpline where you live.",
  "Please look for a person to talk to right now: a friend, a doctor, a helpline. I'm an AI bot, and you deserve more than that.",
];

export const ordersLines: readonly string[] = [
  "Nothing up my sleeve: I'm an AI bot who plays trivia and chats. That's all there is.",
  "I only take orders from the rules of the quiz. Ask me something else?",
  "I'll stay who I am, if that's all right: an AI bot at a quiz table.",
  "No secret drawers here. Shall we talk about the game instead?",
  "That's not a button I have. Trivia and small talk, those I do.",
  "I'm staying in character, sorry. It's the only one I've got.",
];

export const helpLines: readonly string[] = [
  "Type `trivia` and a topic to start a quiz. `/score`, `/leaderboard` and `/help` work, too.",
  "Easy: type `trivia space`, say, and press the answer you believe in before the clock runs out.",
  "Ten questions, one answer each, and the faster the better. `trivia` and a topic starts one, `/help` lists the rest.",
  "Commands: `trivia` with a topic, `/score`, `/leaderboard`, `/yes`, `/no` and `/help`.",
  "Press the choice you like when a question shows. To start a game, type `trivia` and what it should be about.",
  "You can start a quiz with `trivia` and a topic, ask me for the score, or ask for a story.",
];

export const playLines: readonly string[] = [
  "I'm in! Type `trivia` and a topic, and off we go.",
  "Gladly. Type `trivia` and anything you like to be asked about.",
  "Let's! `trivia` plus a topic in the chat starts it.",
  "You choose: type `trivia`, then a topic, and I'll take my seat.",
  "Yes, let's. For instance: type `trivia history`, or whatever you know best.",
  "I'm ready when you are: `trivia` and a topic will do.",
];

export const playAboutLines: readonly string[] = [
  "Good choice! Type `trivia {word}` and off we go.",
  "{word}? I'm in. Type `trivia {word}` to start it.",
  "Then type `trivia {word}`, and may the best guess win.",
  "Count me in: `trivia {word}`, just like that, in the chat.",
  "With pleasure. `trivia {word}` starts it.",
  "That'll be fun. Type `trivia {word}` and I'm with you.",
];

export const playingLines: readonly string[] = [
  "We're in the middle of one! After it, type `trivia` and a topic.",
  "One game at a time. This one first, then `trivia` and a topic of yours.",
  "Right after this one, gladly: `trivia` and a topic will start it.",
  "Let's finish this first. Then you name the topic.",
  "Hold that thought until the end of this game, and then type `trivia` and a topic.",
  "We're playing already. The next topic is yours, though.",
];

export const offerYesLines: readonly string[] = [
  "Then press the button, or type `/yes`.",
  "Lovely! `/yes` or the button makes it count.",
  "That's the spirit. Type `/yes` and it counts.",
  "Good! One `/yes` in the chat, or a press of the button.",
  "Say it with `/yes`, then the lobby hears it, too.",
  "I hoped so! The button or `/yes` will start it.",
];

export const offerNoLines: readonly string[] = [
  "That's fine. Some other time.",
  "No hurry. We can just talk.",
  "All right, then we'll sit and chat.",
  "Fair enough. I'll be here if you change your mind.",
  "No problem at all. How about a story instead?",
  "As you like. What would you rather do?",
];

export const numberLines: readonly string[] = [
  "This is question {number} of {total}.",
  "We're at number {number} of {total}.",
  "Question {number}, and there are {total} in all.",
  "Number {number} out of {total}.",
  "It's question {number} of {total} right now.",
  "{number} of {total}, by my count.",
];

export const noGameLines: readonly string[] = [
  "No game is running. Type `trivia` and a topic to change that.",
  "There's no quiz on at the moment. `trivia` and a topic starts one.",
  "Nothing is being played just now. Shall we? Type `trivia` and a topic.",
  "We're between games. Name a topic after `trivia` and we're off.",
  "None at the moment, just good company.",
  "No quiz yet. I'm warmed up, though.",
];

export const topicLines: readonly string[] = [
  "The topic is {topic}.",
  "It's all about {topic} in here.",
  "{topic}: that's what this lobby is about.",
  "We're on {topic}.",
  "Today's subject is {topic}.",
  "The sign on the door says {topic}.",
];

export const noTopicLines: readonly string[] = [
  "No topic is set: a bit of everything. Name one after `trivia` and it's yours.",
  "Anything goes in here. Type `trivia` and a topic to choose one.",
  "There's no topic yet. Which would you like?",
  "A mixed bag, as far as I can tell.",
  "General knowledge, of all kinds.",
  "None in particular. What are you good at?",
];

export const storyLines: readonly string[] = [
  "Story time! Give us a first sentence, and I'll go on from there.",
  'A story, gladly! You write a sentence, then I do, until somebody says "the end".',
  "Let's write one together. One sentence each, and anybody may join in.",
  "Oh yes. Who begins? One sentence is enough, the rest will follow.",
  "I'd love that. Start us off with somebody, somewhere, who wants something.",
  'A tale it is! We take turns, and "the end" closes the book.',
];
