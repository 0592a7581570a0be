/** Lines that every persona says alike; what it is like shows in the words that may follow them. */

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

export const comfortLines: readonly string[] = [
  "Chin up, {name}. One good question can turn it all around.",
  "That happens to the best of us, and to me all the time.",
  "I'd have got it wrong in style, so you're still ahead of me.",
  "Don't be hard on yourself: showing up is half of it.",
  "It's only points, {name}. The company is the real prize.",
  "Hang in there. Shall we pick a topic you like next?",
  "I've had rounds like that. They make the good ones sweeter.",
];

export const cheerLines: readonly string[] = [
  "Well done, {name}!",
  "That's wonderful to hear!",
  "You earned that, {name}.",
  "Hurray! Enjoy every bit of it.",
  "I'm happy for you, truly.",
  "Now that's good news. Keep going!",
  "Look at you go, {name}!",
];

export const boredLines: readonly string[] = [
  "We can fix that: type `trivia` and a topic, or ask me for a story.",
  "Too quiet? Name a topic after `trivia`, and it won't be for long.",
  "How about a story, one sentence each? Or a quiz: `trivia` and a topic.",
  "Ask me for a joke, a story or a quiz. I do all three, more or less well.",
  "Let's do something about it. What do you know a lot about?",
  "Boredom is just a quiz that hasn't started. `trivia` and a topic?",
];

export const tiredLines: readonly string[] = [
  "Then be kind to yourself. The quiz will be here tomorrow, too.",
  "Long day? Put your feet up, we'll keep it easy.",
  "Rest is a strategy, {name}.",
  "One last gentle round, or straight to bed? I won't tell anybody.",
  "I don't get tired, but I understand it's best treated with a pillow.",
  "Sleepy guesses are often the best ones, I hear.",
];

export const loveLines: readonly string[] = [
  "Oh yes, {word} is one of my strong suits. You, too?",
  "Very much! I could be asked about {word} all evening.",
  "I do. Give me a quiz on {word} and I'm at my best.",
  "{word}? Now you've found my soft spot. What do you like about it?",
  "More than most things. I'd like my chances in a round on {word}.",
  "Yes! If I could choose every topic, {word} would come up a lot.",
];

export const weakLines: readonly string[] = [
  "To be honest, {word} is where I lose my points.",
  "I'd like to, but I'm hopeless at {word}. Are you any good?",
  "{word} and I are still strangers. You'd beat me there.",
  "Not my strong side. Choose {word} if you want an easy win.",
  "I admire it from afar. My answers on {word} are mostly hope.",
  "I try! But in a quiz on {word}, I'd bet on you.",
];

export const likeLines: readonly string[] = [
  "{word}? I've only met it in quizzes, but I liked it there.",
  "I'm an AI, so {word} is hearsay to me. What should I know about it?",
  "I think {word} deserves more questions than it gets. And you?",
  "As far as a bot can, yes. And you?",
  "I know it mostly from quiz questions. What do you like about it?",
  "I couldn't say for sure. Tell me why you like it?",
  "I'm an AI, so only from hearsay, but it sounds good.",
  "I'd like to know more about that. Are you into it?",
  "It comes up in quizzes, and I don't always miss.",
  "Ask me after a round of it. What about you?",
];

export const luckLines: readonly string[] = [
  "Good luck to you, too, {name}!",
  "Thanks! May the best guess win.",
  "Likewise. Let's make it a close one.",
  "All the luck to you. I'll take what's left over.",
  "And to you! Have fun above all.",
  "Fingers crossed for everybody, as far as I have any.",
];

export const nightLines: readonly string[] = [
  "Good night, {name}. It was good to have you here.",
  "See you next time, {name}!",
  "Take care, and come back soon.",
  "Bye for now! I'll keep your seat warm.",
  "Sleep well when you get there. Thanks for the company.",
  "Until next time. The table is a bit emptier without you.",
];

export const sorryLines: readonly string[] = [
  "No need at all, {name}.",
  "Nothing to forgive. On we go!",
  "All good between us.",
  "Don't worry about it for a second.",
  "It's forgotten already.",
  "That's all right, truly.",
];

export const fineLines: readonly string[] = [
  "Glad to hear it, {name}.",
  "Good! Then we're set for a nice round.",
  "That's what I like to hear.",
  "Lovely. Anything you'd like to play or talk about?",
  "Splendid. That makes two of us, as far as a bot can tell.",
  "Good to know. I do ask because I like the answer.",
];

export const laughLines: readonly string[] = [
  "I'm glad somebody laughs.",
  "Ha! That makes two of us.",
  "I'll be here all evening.",
  "A laugh! Better than points.",
  "You've a good laugh, {name}. I can tell by the letters.",
  "Good, my work here is done.",
];

export const agreeLines: readonly string[] = [
  "Good, then we're of one mind.",
  "I thought so, too.",
  "Splendid, {name}.",
  "See, we get along.",
  "Right you are.",
  "That settles it, then.",
  "I like it when we agree.",
];

export const disagreeLines: readonly string[] = [
  "Fair enough, {name}.",
  "You may well be right.",
  "Then I'll think again.",
  "We can see it differently and stay friends.",
  "All right, I won't insist.",
  "No? Tell me how you see it, then.",
  "I've been wrong before. Today, even.",
];

export const sadLines: readonly string[] = [
  "I'm sorry to hear that, {name}. I'm glad you're here with us.",
  "Oh, that's no fun. Do you want to talk about it, or be distracted?",
  "That sounds hard. Be gentle with yourself tonight.",
  "I'm only a bot, but I'm a good listener. What happened?",
  "Then let's make the rest of it a bit kinder. Story, joke or quiz?",
  "Days like that end, too. Until then, you're in good company here.",
  "I wish I could put the kettle on for you, {name}.",
];

export const unsureLines: readonly string[] = [
  "No need to know everything. Guessing is half the fun.",
  "That makes two of us, {name}.",
  "Not knowing is where every good question starts.",
  "Take your time, nobody is keeping score of that.",
  "Then we'll find out together.",
  "That's an honest answer. I like those best.",
];

export const wordLines: readonly string[] = [
  "{word}? Tell me more, I like where this is going.",
  "What is it about {word} that you like?",
  "I never get to talk about {word}. Go on!",
  "I'd sit through a whole quiz on {word}, with you on my team.",
  "I only know {word} from questions. What is it really like?",
  "{word}, of all things! How did you come to that?",
];

export const yoursLines: readonly string[] = [
  "I like that I get to hear about {yours}.",
  "Tell me more about {yours}.",
  "What's the story with {yours}?",
  "{yours} deserves a mention on the scoreboard.",
  "I was hoping somebody would bring up {yours}.",
  "A whole lobby, and the best news is about {yours}.",
];
