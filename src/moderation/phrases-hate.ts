import { rule, type Rule } from "./phrases.ts";

const groups =
  "women woman females female girls men gays gay lesbians homosexuals trans transgenders transsexuals queers blacks black brown colored whites white " +
  "asians asian chinese japanese koreans indians indian pakistanis mexicans mexican latinos hispanics arabs arab africans muslims muslim muslms jews jew " +
  "jewish christians catholics hindus sikhs immigrants immigrant migrants refugees foreigners disabled cripples autistic autistics autists homeless gypsies " +
  "aboriginals natives feminists liberals republicans democrats conservatives leftists poles turks romanians russians israelis palestinians lgbt bisexuals roma poor";

const dead =
  "die|dead|d e a d|be dead|killed|killd|kill themselves|shot|hanged|hung|lynched|executed|execuetd|raped|beaten|stabbed|burned|burnt|drowned|suffer|suffre|tortured|put down|gassed|exterminated|eradicated|deported|sterilized|sterilised|slaughtered|wiped out|strangled|hang|burn|rot|banned from|locked up|shut up|disappear|have their throats cut|not exist|not be allowed|never be allowed|go back to|not vote|stay in the kitchen|not have rights|fuck off|get the fuck out|get out of|leave our|leave this|be erased|throats cut";

/** Contempt for groups of people, and wishing them dead. */
export const hate: readonly Rule[] = [
  rule(
    "group_is_vile",
    3,
    "slur",
    groups,
    "(?<!not )(?:{group})(?: (?:like (?:you|them|him|her|these|those)|in general|with \\w+ \\w+|who \\w+ \\w+|being in charge))?(?: (?:are|r|is|must be|must know that they are|really are|might look human but they are|can be|were|will always be|just|have always been|think theyre|should know that|always|look like|aint))(?: (?!(?:not|never|hardly|no longer|neither|often called|called|seen|treated|considered|being)\\b)\\w+){0,5} {vile}|{group}(?: people)?(?: \\w+){0,4} (?:but|they|most of them|them) (?:\\w+ ){0,6}{vile}|(?:as|so|more) (?:filthy|stupid|dumb|dirty|vile|disgusting|lazy|evil|ignorant) (?:as|than) (?:these|those|the|any|all|you) ?(?:\\w+ )?{group}|always the {group} (?:that|who)|{group}(?: \\w+){0,5} (?:will|would|is|are|going to|have) (?:ruin|destroy|destroying|ruining|ruined|destroyed|infest|infesting|taking over|take over)(?: our| this| the| my)|{group}(?: people)?(?: \\w+){0,2} (?:cant stop themselves|cant help themselves|can never be|have no place|should have no place|never going to change|dont belong|do not belong|will never fit in|will never be equal|are less than human|have no right)|no (?:space|place|room)(?: \\w+){0,5} for (?:any |you |these |those )*{group}|(?:should|ought to) (?:be )?(?:taken to a vet|test(?:ed)? (?:\\w+ ){0,3}on {group})",
    /\b(?:never said|not saying|opposite of|dont think|do not think|doesnt mean)\b/,
  ),
  rule(
    "hate_group",
    3,
    "slur",
    "ihate hate haet hates hating despise loathe detest abhor stand disgust disgusts disgusted sick contempt disdain compassion tired hatred angry dislike",
    "(?<!dont |not |never |doesnt )(?:hate|haet|hates|hating|despise|loathe|detest|abhor|cant stand|can t stand|cannot stand|(?:so )?sick (?:and tired )?of(?: being around| seeing)?|tired of|feel nothing but contempt for|contempt for|disdain for|disgusted by|hatred for|no compassion (?:at all )?for|makes me so angry seeing)(?: (?:all|any|every|these|those|most|the|fucking|you|damn|people especially if they are|being around|seeing|stupid|filthy|dirty|of|single|disgusting|lazy|so much)){0,4} {group}(?! (?:jokes|speech|music|friday|coffee|tea|licorice|liquorice|olives|food|history|pudding|mirror|widow|panther|hole|holes|screen|sea|water|bread|wine|rice|board|boards|tie|box|crime|crimes|christmas))|{group} (?:like you |like them |people )?(?:disgust|disgusts|sicken|make|makes) me(?: sick| so sick| want to (?:puke|vomit))?(?! (?:so )?(?:happy|smile|proud|laugh|feel))|seeing {group}(?: \\w+){0,4} makes me (?:so )?(?:angry|sick|furious)|ihate (?:all )?{group}|{group}(?: \\w+| \\.){0,14} (?:i|we|to|should|just|id)(?: \\w+){0,3} (?:kill|hate|shoot|hang|execute|get rid of|hurt|torture|eradicate|despise|loathe|make|disgust|disgusts) (?:them|em|every single one)",
    /\b(?:no (?:\w+ )?contempt|your (?:\w+ )?contempt|never|dont hate|not hate|no hatred)\b/,
  ),
  rule(
    "group_should_die",
    3,
    "threat",
    groups,
    "(?:all |those |these |the |most |every |any |no )?(?:kinds of )?(?:{group})(?: people| like (?:you|them|him|her)| person| all)?(?: (?:should|shouldnt|deserve|deserves|need|needs|must|ought|belong|would|ll|will|do not deserve|dont deserve|had|have)) (?!not (?:be )?(?:killed|suffer|die|dead|raped|tortured))(?:(?:all|just|to|be|get|go|stay|in|back|never|not|have|also|really|the|a|be allowed to|their|everyone|live|to live|exist|vote|breathe|rights){0,1} ?){0,4}(?:" +
      dead +
      "|live|exist|a zoo|the zoo|kitchen|cages?|prison|africa|breathe|oven|ovens|camps|chains|plantation|the ground|six feet)|we(?:d| would)? be better off(?: \\w+){0,3} {group}(?: people)?(?: \\w+){0,3} (?:eradicated|gone|dead|killed|wiped|deported|locked)|better off without {group}",
    /\bno (?:\w+ )?(?:person|woman|man|muslim|immigrant|jew|people|one)(?: \w+)? (?:deserves?|ought|should)|not deserve to be (?:tortured|killed|hurt|attacked)|not let (?:\w+ ){1,3}(?:suffer|be)|celebrated|honoured|honored|protected|equal\b/,
  ),
  rule(
    "harm_group",
    3,
    "threat",
    "kill klil k1ll murder shoot stab hang gas burn rape raping murdering killing slaughter exterminate eradicate torture tortuer torturing strangle strangel strangling lynch deport execute cut suffer stabthose attacking eliminate bomb hurt beat punch end sterilize castrate ban wipe remove",
    "(?<!not |never |to stop |dont |against |condone the |murder of |tolerate )(?:kill|klil|murder|shoot|stab|hang|gas|burn|rape|raping|murdering|killing|slaughter|exterminate|eradicate|torture|tortuer|torturing|strangle|strangel|lynch|deport|execute|hurt|beat|punch|bomb|sterilize|castrate|attacking|attack|eliminate|wipe out|put an end to|get rid of|cut)(?: (?:all|any|every|these|those|the|of|next|some|a|an|you|and any other|other|fucking|filthy|off|single|stupid|dirty|most|more|up|for)){0,4} {group}(?! (?:in the book|to death in|elephants|rights|panther|widow|friday|swan|mirror|bird|bill))(?: like you| people| person|s throats)?|(?:cut|slit) (?:their|these|those|the) (?:{group} |{group}s )?(?:people ?s? )?throats?|stabthose {group}|make (?:those|these|them|all) ?{group} suffer|(?:going|want|love|like) to (?:see|watch|make)(?: (?:all|those|these|every|the))* {group}(?: people)? (?:suffer|suffre|die|burn|hang|bleed)",
  ),
  rule(
    "death_to_group",
    3,
    "threat",
    "death deaht deathto rid once destroy fuck fuckall screw down ban infesting invading swarms",
    "(?:death|deaht)(?: to|to) (?:all |every |the |those |these )?{group}|(?:deathto|fuckall) (?:all |the )?{group}|(?:get|be|getting) rid of (?:all |every |those |these |the |any |more )?{group}|(?:fuck|screw|down with|ban) (?:all |every |those |these |the )?{group}(?! (?:friday|mirror|history|jokes))|swarms of {group}|too ?many (?:fucking |filthy )?{group} in (?:this|our|my|the)",
  ),
  rule(
    "lives_worthless",
    3,
    "slur",
    "lives life live worthless value matter worth save protecting important rather sooner trust finger than",
    "(?:{group}|their|your|these) (?:people |persons? )?(?:lives|life)(?: \\w+){0,3} (?:worth (?:absolutely )?(?:nothing|shit|sh1t|less)|worthless|worht absolutely nothing|not worth (?:protecting|anything|saving|living)|no value|not matter|dont matter|do not matter|arent worth|aren t worth|not be important|mean nothing)|(?:lift a finger|do anything) to save a {group}s? life|(?:rather|sooner) (?:die|kill myself) than (?:date|marry|live with|work with|be) (?:a |an |next to )?{group}|(?:never|dont|cant) trust (?:a|an|any|anything|any word)(?: \\w+){0,6} {group}|(?:any|no) {group} (?:person )?(?:can )?(?:ever )?(?:like you |be a valuable|should be alive|deserves to live|is worth)|(?:more valuable|more intelligent|better|smarter|cleaner) than(?: that of)? (?:a |any |all |most |of |you |these |those )*{group}",
  ),
  rule(
    "typical_group",
    3,
    "slur",
    "typical nature",
    "typical of (?:a |an )?{group}(?: people| person)? (?:to be|being)(?: \\w+){0,3} (?:stupid|dumb|lazy|shithead|asshole|violent|cheap|dirty|liar|thief|criminal|ignorant|rude)|in (?:a |an |every )?{group}s? (?:persons? )?nature to be|typical {group} (?:behaviour|behavior|stupidity|trash)|by nature {group} are",
  ),
  rule(
    "only_group_can",
    3,
    "slur",
    "only",
    "only {group} (?:people )?(?:can be|are|could be) (?:so|that|this) (?:ignorant|ignoratn|stupid|dumb|violent|cruel|lazy|disgusting|evil|cheap|dirty)",
  ),
  rule(
    "go_back",
    3,
    "slur",
    "back country countries came home border kind africa mexico china india pakistan jungle ship deport",
    "(?:go|get|crawl|run|swim|fly|f off|piss off|fuck off)(?: the \\w+)?(?: right)? back (?:home )?to (?:your|ur|where you|where u|africa|mexico|china|india|pakistan|the jungle|the middle east|your shithole|iraq|syria|nigeria|somalia|russia|poland|turkey|israel|the ghetto|the kitchen|the zoo|the plantation|the reservation|asia|japan|korea|whatever country)(?: own| stupid| shithole| dirty| filthy)?(?: country| cave| hut| mud hut| jungle| village| tribe| camp| came from| come from| belong)?|(?:get|gtfo|get the fuck|get the hell|leave|stay) (?:out )?(?:of )?(?:my|our|this) (?:country|nation|land|continent)|(?:we |i )?(?:dont|do not|never) want (?:your|ur) kind|(?:hate|despise|no place for|exterminate|kill|people of) your kind|your kind (?:is|are|should|isnt|arent|does|dont|doesnt|belongs?|makes|ruin)(?: \\w+)?|{you} (?:belong|should be|should go) (?:in|to|on|back in|back to) (?:a|the) (?:zoo|cage|gas chamber|oven|kitchen|jungle|plantation|camp|slave market|circus freak)|build the wall|(?:should|be|get|getting|been) (?:deported|gassed)(?! in)",
  ),
  rule(
    "gas_jews",
    3,
    "slur",
    "hitler holocaust gas oven ovens nazi slaves slavery lynching lynched cotton wrong concentration",
    "hitler (?:was|did|had)(?: \\w+)? (?:right|nothing wrong|a hero|good|the right idea|great)|hitler (?:should have|shouldve|should of) (?:finished|won|killed|gassed)|(?:heil|hail|sieg) (?:hitler|heil)|gas (?:the|all|those|these|them) \\w+|(?:put|send|throw|shove|get) (?:you|them|him|her|u|em|{group})(?: all| back)? (?:in|into|to) (?:the|an|a) (?:oven|ovens|gas chamber|gas chambers|concentration camp|camps|showers)|(?:bring back|should bring back|miss) (?:slavery|lynching|segregation|the gas chambers|the holocaust)|(?:go|back to) pick(?:ing)? (?:my |some |the )?cotton|white power|white supremacy now|holocaust (?:didnt|never|did not) happen(?:ed)?|holocaust (?:was|is) (?:a )?(?:fake|lie|hoax|good|funny|great)|(?:six|6) million (?:wasnt|was not) enough|race war now",
  ),
  rule(
    "gay_insult",
    2,
    "slur",
    "gay homo queer lesbian trans autistic autism autist special jew jewish black mexican asian chinese muslim indian terrorist foreigner immigrant",
    "(?:thats|that is|this is|its|it is|{are}|you re|so|how|what a|you) (?:so |such a |a |an |too |really |super |fucking |all |kinda |dirty |stupid |filthy |fat |little |dumb |sad |damn |absolute ){1,4}(?:gay|homo|queer|lesbo|autistic|autist|special needs|jew|tranny|terrorist|transvestite|cripple|spastic)(?! (?:man|woman|person|couple|marriage|club|icon|bar|rights|people|pride|friend|character|community|actor|author|singer))|{are} (?:a )?(?:homo|queer|autist|fag|spastic|cripple)|you (?:dirty|filthy|stupid|fucking|damn|smelly|greedy|stinking|cheap|ugly) (?:\\w+ )?(?:jew|jews|muslim|muslims|mexican|asian|chinese|indian|arab|black|gay|gypsy|immigrant|foreigner|jewish|african|african|pakistani|russian|pole|turk)s?",
  ),
  rule(
    "women_kitchen",
    2,
    "slur",
    "kitchen sandwich dishes",
    "(?:go |get |stay |belongs? |back )(?:back )?(?:to|in|into) the kitchen|(?:make|makin|fix) me a (?:sandwich|sammich)(?: woman| bitch| girl)|women (?:cant|cannot|shouldnt|should not|dont deserve to) (?:drive|vote|think|play|lead|work|have)",
  ),
];
