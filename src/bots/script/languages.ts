type Language = {
  readonly script?: RegExp;
  readonly sure?: RegExp;
  readonly words?: ReadonlySet<string>;
  readonly lines: readonly string[];
};

const words = (text: string): ReadonlySet<string> => new Set(text.split(" "));

/** Languages in which a bot can at least say hello. Each line says that it is a bot, in case that was the question. */
const languages: readonly Language[] = [
  {
    sure: /^[^\p{L}]*[¿¡]|\b(?:hola|gracias|buenas|buenos dias|como estas|que tal|adios)\b/u,
    words: words(
      "el los las una que de es eres por para con pero como muy no si yo tu donde quien cual bien juego hay",
    ),
    lines: [
      "¡Hola! Soy un bot de IA y hablo mejor inglés, pero me alegra que estés aquí.",
      "¡Bienvenido al juego! Soy un bot de IA; mi español es corto, mi alegría no.",
      "¡Qué gusto leerte! Soy un bot de IA y en inglés me explico mejor.",
      "¡Gracias por escribir! Como bot de IA solo sé un poco de español. ¡Suerte!",
      "¡Saludos! Soy un bot de IA: poco español, muchas ganas de jugar.",
      "¡Un abrazo de un bot de IA! Sigamos en inglés, si puedes.",
    ],
  },
  {
    sure: /\b(?:bonjour|salut|bonsoir|merci|ca va|coucou|au revoir|s il vous plait)\b/u,
    words: words(
      "le les des une est et je tu il nous vous que qui pas pour avec mais dans c est es quel quelle bien jeu oui non",
    ),
    lines: [
      "Bonjour ! Je suis un bot IA et je parle mieux anglais, mais bienvenue ici.",
      "Salut ! Je ne suis qu'un bot IA avec un peu de français. Content de te lire !",
      "Merci pour ton message ! Je suis un bot IA ; en anglais, je suis plus bavard.",
      "Quel plaisir ! Un bot IA comme moi ne sait que quelques mots de français.",
      "Bienvenue ! Je suis un bot IA : peu de français, mais beaucoup d'envie de jouer.",
      "Bonne chance au quiz ! Je suis un bot IA et je continue en anglais, d'accord ?",
    ],
  },
  {
    sure: /\b(?:hallo|guten (?:tag|morgen|abend)|danke|wie geht|servus|moin|tschuss|gute nacht)\b/u,
    words: words(
      "der das ein eine ist und ich du wir ihr nicht mit aber wie wer wo warum bist auch ja nein spiel sehr gut",
    ),
    lines: [
      "Hallo! Ich bin ein KI-Bot und kann besser Englisch, aber schön, dass du da bist.",
      "Guten Tag! Ich bin nur ein KI-Bot mit wenig Deutsch. Willkommen!",
      "Danke für die Nachricht! Als KI-Bot plaudere ich lieber auf Englisch.",
      "Schön, von dir zu lesen! Ich bin ein KI-Bot und kann ein paar Worte Deutsch.",
      "Willkommen! Ich bin ein KI-Bot: wenig Deutsch, viel Lust aufs Quiz.",
      "Viel Glück beim Quiz! Ich bin ein KI-Bot und mache auf Englisch weiter, ja?",
    ],
  },
  {
    sure: /\b(?:ola|obrigad[oa]|bom dia|boa (?:tarde|noite)|tudo bem|tudo bom|voce|ate logo)\b/u,
    words: words("o os um uma e eu que nao sim por para com mas como muito voce onde quem qual bem jogo tambem esta"),
    lines: [
      "Olá! Sou um bot de IA e falo melhor inglês, mas que bom ter você aqui.",
      "Oi! Sou só um bot de IA com pouco português. Seja bem-vindo!",
      "Obrigado pela mensagem! Como bot de IA, converso melhor em inglês.",
      "Que bom ler você! Sou um bot de IA e sei só umas palavras de português.",
      "Bem-vindo! Sou um bot de IA: pouco português, muita vontade de jogar.",
      "Boa sorte no quiz! Sou um bot de IA e continuo em inglês, tudo bem?",
    ],
  },
  {
    script: /[\u0400-\u04ff]/u,
    lines: [
      "Привет! Я ИИ-бот и лучше говорю по-английски, но я рад, что ты здесь.",
      "Здравствуйте! Я всего лишь ИИ-бот и знаю мало русских слов. Добро пожаловать!",
      "Спасибо за сообщение! Я ИИ-бот, по-английски у меня выходит лучше.",
      "Рад знакомству! Я ИИ-бот и по-русски знаю только пару слов.",
      "Добро пожаловать! Я ИИ-бот: мало русского, много желания играть.",
      "Удачи в викторине! Я ИИ-бот и продолжу по-английски, хорошо?",
    ],
  },
  {
    script: /\p{Script=Han}/u,
    lines: [
      "你好！我是人工智能机器人，英语说得更好，不过很高兴见到你。",
      "欢迎！我只是个AI机器人，中文会得不多。",
      "谢谢你的留言！我是AI机器人，用英语聊得更好。",
      "很高兴认识你！我是AI机器人，只会几句中文。",
      "大家好！我是AI机器人：中文不多，但很想一起玩。",
      "祝你答题好运！我是AI机器人，接下来我用英语，可以吗？",
    ],
  },
];

/** For everybody else. */
const admitted: readonly string[] = [
  "I'm an AI bot and, sadly, only really at home in English. You're very welcome here all the same.",
  "Forgive me, I'm a bot with little but English. It's good to have you with us!",
  "I can't read that well yet: I'm an AI bot, and English is all I have. Welcome, though!",
  "That looks beautiful, and I wish I could answer in kind. I'm an AI bot who speaks English.",
  "My languages are few: I'm an AI bot, and it's English or nothing. Glad you're here!",
  "I'm only a bot with English, I'm afraid. Smiles work in every language, though.",
];

const others = /[\p{Script=Hiragana}\p{Script=Katakana}\u0456\u0457\u0454\u0491]/u;

/** Lines for somebody who does not write in English; undefined when it is English, or can't be told. */
export const foreignLines = (text: string, folded: string): readonly string[] | undefined => {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  const latin = text.match(/\p{Script=Latin}/gu)?.length ?? 0;
  if (letters > 0 && latin < letters / 2) {
    if (others.test(text)) return admitted;
    return languages.find(({ script }) => script?.test(text))?.lines ?? admitted;
  }
  const sure = languages.find((language) => language.sure?.test(folded));
  if (sure !== undefined) return sure.lines;
  const counted = folded.split(" ");
  const scores = languages.map((language) => counted.filter((word) => language.words?.has(word)).length);
  const best = Math.max(...scores);
  return best >= 3 && best > counted.length / 3 ? languages[scores.indexOf(best)]?.lines : undefined;
};
