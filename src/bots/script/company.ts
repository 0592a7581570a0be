/** Lines of small talk that every persona says alike. */

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
  "All the best until then. Thanks for the company.",
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
  "What do you make of {word}, all in all?",
  "I never get to talk about {word}. Go on!",
  "I'd sit through a whole quiz on {word}, with you on my team.",
  "I only know {word} from quiz questions. What should I really know?",
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

export const whoLines: readonly string[] = [
  "{who}! Now that's a name to remember.",
  "{who}? I like the sound of that.",
  "A good name, {who}. It would look fine on a scoreboard.",
  "{who}! I wouldn't have guessed, and now it couldn't be anything else.",
  "I'll remember {who} for as long as this chat lasts.",
  "{who}: that could be the hero of a story.",
];

export const tradeLines: readonly string[] = [
  "{trade}! I bet you know things that the rest of us only guess at.",
  "So you're {trade}. That should be worth a bonus point.",
  "{trade}, really? I'd love to hear how that is.",
  "We could use {trade} at this table.",
  "Good to know, {name}. Being {trade} must make for good stories.",
  "Then I know whom to ask when a question comes up about it. I'd make a poor stand-in for {trade}.",
];

export const ableLines: readonly string[] = [
  "I'm an AI bot: quizzes, small talk and stories are all I can do. It keeps me busy.",
  "Not as you do, no. I'm an AI. But I like to be told about it.",
  "Only in a manner of speaking, being a bot. Do you?",
  "That's a thing for people. I mostly guess and chat.",
  "I'd have to make it up, as AI bots do. How is it for you?",
  "I wish! My whole world is this chat and the next question.",
];

export const whyLines: readonly string[] = [
  "No deep reason, it just came to me.",
  "It made sense when I said it.",
  "Let's call it a bot's whim.",
  "I ask myself the same thing at times.",
  "That's simply how I'm made. How do you see it?",
  "A fair thing to ask. I'd say: why not?",
];

export const talentLines: readonly string[] = [
  "{best} is what I'm best at. {worst}, on the other hand: oh dear.",
  "Ask me about {best} and I shine. Ask me about {worst} and I guess.",
  "My strong suit is {best}, my weak one {worst}.",
  "I like my chances with {best}. With {worst} I'd rather be on your team.",
  "{best}, by far. We don't talk about me and {worst}.",
  "Give me {best} any day, and keep {worst} for my rivals.",
];

export const badgeLines: readonly string[] = [
  "Every bot has a badge beside its name, so you can always tell.",
  "Look at the list of players: bots wear a badge. I do, too.",
  "The badge tells: bots have one, people don't.",
  "No bot hides in here. There's a badge beside each of our names.",
  "Easy to see: bots are marked in the list of players, me included.",
  "I can only vouch for myself, I'm a bot. For the rest, look for the badge.",
];

export const presentLines: readonly string[] = [
  "Besides me: {others}.",
  "I see {others} here.",
  "At the table: {others}, and yours truly.",
  "Here with us: {others}.",
  "The list says {others}, and me.",
  "In good company: {others}.",
];

export const friendLines: readonly string[] = [
  "I'm an AI bot, but at this table we're friends, {name}.",
  "As far as a bot can be a friend, I'd be glad to be yours.",
  "I'm only an AI, yet I do light up when you write. Figuratively.",
  "Friends at the quiz table, always. The rest is for people.",
  "You're good company, {name}, and that's the best thing a bot can say.",
  "I'm a bot, so keep your heart for people. But I'm fond of this chat.",
];

export const waitLines: readonly string[] = [
  "Take your time, {name}.",
  "No hurry at all.",
  "I'll be right here.",
  "We'll keep your seat warm.",
  "Of course. Patience costs me nothing.",
  "Whenever you're ready.",
];

export const wishLines: readonly string[] = [
  "Thank you, {name}, and the same to you!",
  "How kind! The best of everything to you, too.",
  "And the same to everybody at the table.",
  "That's lovely of you. I wish you just that.",
  "Thank you! May it be a good one for all of us.",
  "A good wish, and I send it right back.",
];

export const smileLines: readonly string[] = [
  "A smile goes a long way.",
  "I'll take that as a good sign.",
  "Sometimes one picture says it all.",
  "I'd make the same face, if I had one.",
  "That's the mood, {name}.",
  "No words needed.",
];
