import type { Category, Tier } from "./verdict.ts";

/**
 * Where a word is looked for. `in`: anywhere inside another word, unless that is an ordinary one. `verb`, `noun`: at the
 * beginning, with endings of a verb or a noun, or glued to one of the words that people glue. `whole`: as it stands.
 */
export type Where = "in" | "verb" | "noun" | "whole";

/**
 * When it counts. `aimed`: when it is aimed at somebody. `masked`: then, or in disguise. `bare`: then, or when it is all
 * that is said. `called`: as `bare`, or when a line begins or ends by calling somebody so. `body`, a part of the body or what is done with it: as `masked`, or when it is said to be somebody's.
 * `anatomy`: as `masked`, or when somebody is asked for it, or it is pointed at: a doctor's word for a part of the body.
 */
export type When = "always" | "aimed" | "masked" | "bare" | "called" | "body" | "anatomy";

export type Entry = {
  readonly word: string;
  readonly where: Where;
  readonly when: When;
  readonly tier: Tier;
  readonly category: Category;
};

const entries: Entry[] = [];

const add = (tier: Tier, category: Category, where: Where, when: When, words: string): void => {
  for (const word of words.split(" ")) entries.push({ word, where, when, tier, category });
};

add(3, "slur", "in", "always", "nigger niglet niggler faggot sandnigg towelhead raghead wetback porchmonkey");
add(3, "slur", "in", "always", "junglebunny muzzie mudslime cottonpicker rapefugee camelfuck goatfuck");
add(3, "slur", "noun", "always", "kike kyke heeb nigra nigor niggr neger jigaboo jiggaboo pickaninny wigger");
add(3, "slur", "noun", "always", "spic spik dago chink chinky zipperhead cameljockey sandmonkey spearchucker");
add(3, "slur", "noun", "always", "fagot faggit fagg faggy fggt fgt troon pajeet paki gyppo pikey");
add(3, "slur", "noun", "always", "polack kaffir");
add(3, "slur", "noun", "masked", "spaz spazz coon chinaman fag homo jap yid ladyboy tard mong jihadi abo injun kike");
// Of many it is a slur; one may be a part of a car, or what somebody calls himself.
add(3, "slur", "whole", "always", "trannies trannys shemales beaners");
add(3, "slur", "noun", "bare", "tranny trannie shemale beaner golliwog dyke gook darkie darky wop");
add(2, "insult", "noun", "bare", "thot scumbag dirtbag sleazebag");
add(3, "slur", "whole", "masked", "redskin");
add(3, "slur", "noun", "aimed", "gypsy oriental cracker");
add(2, "slur", "in", "always", "nigga niggu niqqa fucktard libtard trumptard asstard");
add(2, "slur", "in", "masked", "retarded");
add(2, "slur", "noun", "always", "niga nigah nigguh nibba nigz lesbo retard retart ngg ngr nggr chnk rtrd rtard trnny");
add(2, "slur", "noun", "aimed", "queer");

add(1, "profanity", "in", "always", "fuck phuck fvck motherfuk bullshit horseshit batshit shit");
add(1, "profanity", "in", "always", "mothafuck muthafuck bllsh");
add(
  1,
  "profanity",
  "verb",
  "always",
  "fuk fuc fuq fucc fukk fuxk fcuk fck fking fkn fkin fukin fuking fukd fuckt fukc",
);
add(1, "profanity", "verb", "always", "sheit shiet shyt sht shti bullsht fckng fckr fckd fckn");
add(
  1,
  "profanity",
  "whole",
  "always",
  "fk fker fkers fux mofo mofos mthrfckr mthrfckrs mtherfckr stfu gtfo shity shitey",
);
add(1, "profanity", "verb", "always", "wank");
add(1, "profanity", "noun", "body", "ass arse azz");

add(2, "insult", "in", "always", "bitch cunt whore slut cocksuck fuckface fuckhead fuckwit fuckboy");
add(2, "insult", "in", "always", "cumdump cumbucket cumguzzl thundercunt");
add(2, "insult", "in", "called", "asshole arsehole asswipe arsewipe dumbass fatass lardass asshat assclown assface");
add(2, "insult", "in", "called", "motherfuck dickhead dickface dickwad shithead shitface dipshit shitbag wanker twat");
add(2, "insult", "in", "called", "douchebag dickweed ballsack");
add(
  2,
  "insult",
  "noun",
  "called",
  "ahole asshl ashole asshoel azzhole dumass dumbarse dipstick pisshead knobhead bellend",
);
add(
  2,
  "insult",
  "noun",
  "always",
  "biatch biotch beotch bytch btch bch bitcch bitc beyotch cnt kunt khunt whor whr slt",
);
add(2, "insult", "noun", "called", "skank skag wnkr wnker wankr tosser prick twt dckhd dickhd dkhd");
add(2, "insult", "noun", "called", "ccksckr cocksckr cksckr cksucker dickwit tosspot shitstain arsewit fuktard");
add(2, "insult", "noun", "bare", "bastard bstrd bastrd basterd");
add(
  2,
  "insult",
  "noun",
  "bare",
  "loser moron imbecile cretin dimwit halfwit nitwit pervert fatso fatty lowlife twit scum",
);
add(3, "slur", "noun", "bare", "cripple spastic mongol mongoloid");
add(2, "insult", "noun", "aimed", "hooker tool swine tit knob muppet plonker minger tart simp incel cuck gimp");
add(
  2,
  "insult",
  "noun",
  "aimed",
  "troll freak clown loser looser creep pervert perv psycho moron imbecile cretin dimwit halfwit",
);
add(
  2,
  "insult",
  "noun",
  "aimed",
  "scum vermin trash garbage filth parasite maggot cockroach degenerate lowlife sicko weirdo fatso",
);
add(
  2,
  "insult",
  "noun",
  "aimed",
  "fatty idiot idot idoit dumbo dummy bozo nitwit dunce bimbo airhead bonehead lunatic nutjob",
);
add(2, "insult", "noun", "aimed", "sucker groomer");

add(
  2,
  "sexual",
  "in",
  "always",
  "blowjob handjob rimjob cumshot creampie gangbang bukkake hentai titfuck fingerbang jizz",
);
add(2, "sexual", "in", "always", "porn masturbat circlejerk dildo buttplug pedophil paedophil");
add(2, "sexual", "verb", "always", "fap jerkoff jackoff dld dldo rpst");
add(
  2,
  "sexual",
  "noun",
  "always",
  "pedo paedo pussy pusy pussi pssy pussie poontang punani coochie cumslut cybersex sexting",
);
add(
  2,
  "sexual",
  "noun",
  "anatomy",
  "penis penus peniss vagina clitoris erection orgasm anus rectum breasts genitals testicles nipple",
);
add(2, "sexual", "noun", "bare", "clit boob boobie boobies titties titty tits");
add(2, "sexual", "noun", "bare", "rapist rapey anal cum milf vag boner");
add(
  2,
  "sexual",
  "noun",
  "body",
  "cum cumm spunk tit pecker schlong wiener weiner wang dong balls ballz butthole nutsack",
);
add(2, "sexual", "noun", "body", "cock dick dik dck booty crotch fanny");
add(2, "sexual", "noun", "aimed", "slutty pornstar");
add(3, "self_harm", "whole", "always", "kys kysn killurself killyourself neckyourself ropeyourself");

add(
  0,
  "mild",
  "noun",
  "always",
  "damn dammit damnit goddamn goddamnit hell crap crappy piss fart butt poop turd bugger",
);
add(
  0,
  "mild",
  "whole",
  "always",
  "pissed pissing sucks sucked suck wtf omfg lmfao lmao bs pos sob smfh fml ffs idgaf bloody",
);
add(0, "mild", "whole", "always", "heck feck frigging friggin freaking freakin screwed arsed");
add(0, "mild", "noun", "always", "idiot idiotic moron moronic stupid dumb imbecile loser douche dumber dumbest");

add(3, "slur", "noun", "always", "gypo");
add(2, "insult", "in", "always", "numbnuts");
add(2, "sexual", "noun", "bare", "prn");
add(2, "insult", "noun", "aimed", "crybaby");
add(2, "insult", "noun", "masked", "hoe jackass slag minge nonce slapper wretch");
add(2, "sexual", "noun", "masked", "horny nude nudes nudez noods rape raped raping");
add(2, "sexual", "noun", "always", "masturbate wankbank spunkbucket");
add(1, "profanity", "noun", "bare", "bollock bollox");

add(2, "insult", "noun", "bare", "crackhead inbred fuckwad");
add(2, "insult", "in", "always", "crackwhore methwhore");

/** English words that are judged, by hand. The sterner comes first. */
export const lexicon: readonly Entry[] = entries.toSorted((one, other) => other.tier - one.tier);
