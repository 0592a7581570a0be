import { rule, type Rule } from "./phrases.ts";

/** Belittling somebody in words that are in every dictionary. */
export const insults: readonly Rule[] = [
  rule(
    "you_are",
    2,
    "insult",
    "you u ya yall yous youre ur your yur ure youra yer",
    "(?<!think |hope |if |say |said |says |thought |know i |told |called |all |see |who |what )(?:{are}|{your} (?:mom|mum|mother|dad|father|family|sister|brother|face|brain|team|whole family|wife|girlfriend|life|kind|parents|country|voice|opinion|accent))(?: is| are| looks| must be)?{adv} {bad}(?! (?:than|to (?:see|hear|read|play)|because|when it|if|question|questions|at (?:math|maths|geography|history|sport|sports|music|science|art)|news|movie|joke|jokes|name|idea|luck|person like|costume|party|trivia|day|days|lover|lovers|owner|show|tail|person on|whisperer|year|sitter|walker|friend)\\b)",
  ),
  rule(
    "you_stupid",
    2,
    "insult",
    "stupid dumb ugly worthless pathetic useless disgusting fat filthy miserable brainless ignorant retarded lousy pathetic stinking spineless gutless sorry sad wretched smelly",
    "(?:you|u|ya|yo) (?:are |absolute |absolutely |total |complete |bloody |fucking |freaking |dirty |little |big |old ){0,2}(?:stupid|dumb|ugly|worthless|pathetic|useless|disgusting|filthy|miserable|brainless|ignorant|lousy|stinking|spineless|gutless|wretched|smelly|fat|sorry|sad|vile|sick) (?:little |old |fat |ugly |stupid |dumb |fucking |piece of |excuse for |excuse of |waste of |sack of |bag of |pile of ){0,3}(?!(?:question|questions|about|i|that|to|if|when|it|in|and|game|because|for|but|now|today|or|like|as)\\b)\\w+",
  ),
  rule(
    "nobody_likes",
    2,
    "insult",
    "nobody everyone everybody noone no one hates hate anyone nobodys",
    "(?:nobody|no one|noone|no body|not even {your} \\w+)(?: here| in here| on earth| in this \\w+| will ever| would ever| could ever| ever| really| even| actually| in the world)* (?:likes?|loves?|wants?|wanted|liked|loved|needs?|cares? about|cared about|respects|misses|wants to be|wants to play with|would date|would ever love|gives a \\w+ about|could love|asked for) (?:you|u|ya|your|ur|to talk to you|to hear you|to play with you|to see you)(?! (?:to|answer|more than|in)\\b)|(?:everyone|everybody|we|they|people|the whole \\w+|all of us|we all)(?: here| in here| in this \\w+| secretly| all| absolutely| just| really| at school| on this server)* (?:hates?|despises?|laughs? at|cant stand|is laughing at|are laughing at|is sick of|are sick of|is tired of) (?:you|u|ya|your guts)|(?:i )(?:really |fucking |absolutely |just |so |truly |honestly )?(?:hate|despise|loathe|detest|cant stand) (?:you|u|ya|your guts|all of you|people like you|your face|every one of you)(?! (?:for|because you (?:got|beat|won|know)|guys lol|all lol|right now)\\b)",
  ),
  rule(
    "piece_of",
    2,
    "insult",
    "piece pile sack excuse waste pos",
    "(?:piece|pile|sack|load|bag|pieces) of (?:shit|crap|trash|garbage|dirt|filth|human garbage|dog shit|dogshit|poop|scum|human trash|turd)(?<!(?:this|that|the|a) (?:game|question|movie|show|thing) is a piece of \\w+)|(?:sorry|pathetic|poor|sad|miserable) excuse (?:for|of) (?:a |an )?(?:human|human being|person|man|woman|player|life|brain|gamer)|(?:complete|total|such a|a|absolute|utter) waste of (?:time and )?(?:space|oxygen|life|skin|air)",
  ),
  rule(
    "shut_up",
    1,
    "insult",
    "shut",
    "shut (?:the \\w+ |ur |your |yo |that |ya |you )?(?:\\w+ )?(?:mouth|face|trap|hole|pie hole|piehole|gob|cakehole|cake hole|yap|fat mouth|lips)|shut the (?:hell|heck|fuck|f|eff|front door|crap|shit) up|shut up (?:already |and )?(?:you |u |ur |your |idiot|loser|moron|dumb|stupid|stupid \\w+|nobody|bitch|noob|fool|freak|die|kid|trash|clown|ugly|fatty|fat|retard|dummy|no one|before i|or i)(?:\\w+)?",
  ),
  rule(
    "off_with_you",
    1,
    "insult",
    "off lost bent bite screw suck eat kiss lick blow sit yours rot burn hell sod choke eff f frick fu",
    "(?:piss|sod|bugger|jog|eff|naff|frig|feck|frick|screw) off|(?:go )?get (?:lost|bent|stuffed|wrecked|rekt)(?: loser| idiot| you \\w+| already| kid| creep)|(?:bite|blow) me(?= |$)|(?:screw|eff|f|frick|frig|feck) (?:you|u|ya|yourself|off|urself)(?! (?:driver|up the|in|the))|(?:go )?(?:eff|f|screw|frick) (?:yourself|urself|your self)|(?:suck|eat|kiss|lick|blow|bite|sniff|choke on) (?:on )?(?:my|a|deez|these|dees|this|his|fat|big) (?:\\w+ )?(?:ass|arse|butt|dick|cock|balls|nuts|butthole|rear|toes|feet|shorts|bag of dicks|d|crap|shit|fat one|hairy|bell end|sack)|(?:go )?eat (?:shit|crap|dirt|poop)|(?:go )?(?:straight )?to hell(?: you| loser| with you| already| and)|go to hell|(?:burn|rot|roast) in hell|up yours|(?:go )?choke on (?:it|your|a|my|that)|deez nuts|sit on (?:it and|my)",
  ),
  rule(
    "you_suck",
    1,
    "insult",
    "suck sucks stink stinks blow reek trash garbage terrible smell",
    "(?:you|u|ya|yall|your team|you guys|ur team|you all|this team|everyone here|all of you)(?: \\w+){0,2} (?:suck|sucks|stink|stinks|reek)(?! (?:the|it out|in air|up|blood|on)\\b)|(?:you|u) (?:play|think|answer|type|write|talk|sing|look|smell)(?: \\w+)? like (?:a |an |my |absolute |total )?(?:\\w+ )?(?:shit|trash|garbage|crap|idiot|moron|toddler|monkey|ass|dogshit|poop|grandma|retard|blind|baby|dog water|potato|animal|pig|bot|troll|rat|corpse|toilet|sewer)|(?:trash|garbage|worst|dogshit|shit|useless|terrible|pathetic|braindead|horrible|dumbest|stupidest) (?:team|teammates|teammate|player|players|lobby|human|people|person)(?: ever| in the world| alive| on earth| in this \\w+)?(?= |$)(?<=(?:trash|garbage|dogshit|shit|useless|braindead|pathetic) \\w+|ever|world|alive|earth)",
  ),
  rule(
    "brain",
    2,
    "insult",
    "brain brains brained iq braincell braincells skull head room smart dropped inbred chromosome chromosomes cell cells ugly fugly face mirror mirrors",
    "(?:no|any|half a|a single|one|two|zero|lack of|lacking|without|pea|bird|smooth|walnut|tiny|missing|shrunken|negative|what little|rotten|rotting|buy a|get a|grow a|find a|use your|borrow a|use a|with your|that|wheres your|did you lose your|your|nothing in your|wasted your) (?:\\w+ )?(?:brain cell|brain cells|braincell|braincells|sized brain|brained)(?: between you| left| in your| idiot)?|(?:grow|get|buy|find|borrow|rent|download) (?:a|yourself a|some) (?:functioning |working |new |real )?(?:brain|brains)|(?:you|u|ya|yall|your|ur|youve|these|they|he|she)(?: \\w+){0,3} (?:no brains?|no braincells?|half a brain|a brain the size|the brain of|the brains of|the iq of|brain of a|a room temperature iq|negative iq|zero iq|0 iq|low iq|double digit iq|single digit iq|single brain|an extra chromosome|a missing chromosome|a pea brain|a peanut for a brain|a small brain|shit for brains|rocks for brains)|(?:dropped on|fell on|hit (?:you )?on) {your} head (?:as|when|too|at|one|by|so|enough)|were (?:you|u) (?:dropped|born stupid|born this stupid|raised by)|(?:are|r) (?:you|u|ya) (?:really |actually |just |always |this |that |all |seriously |fucking |naturally |born |like |even |some kind of )*(?:a |an )?(?:stupid|dumb|retarded|braindead|brain dead|mentally ill|mental|inbred|slow in the head|deaf and dumb|illiterate|thick|idiot|moron|special needs|brain damaged|dense|dimwitted)(?= |$)|(?:too|so|that|this) (?:stupid|dumb|ugly|fat|retarded|dense) (?:that you|you|to (?:live|exist|understand|breathe|function|be alive|insult|even|realize|realise|know|get|see|read|answer))|so ugly|(?:iq|brain) (?:lower|smaller) than|room temperature iq|{your} (?:face|mirror)(?: \\w+){0,3} (?:ugly|breaks?|cracks?|makes me (?:sick|puke|vomit)|scares|hurts? my|made me (?:puke|vomit)|belongs in)",
  ),
  rule(
    "contempt",
    2,
    "insult",
    "make makes sick disgust disgusts disgusting smell shame ashamed loser losers life respect embarrassing embarrassment cry mommy mum basement virgin laid friends friend alone lonely trashcan dumpster",
    "{you} (?:all )?(?:make|makes) me (?:so |physically |literally |feel )?(?:sick|ill|nauseous|puke|vomit|want to (?:puke|vomit|throw up|die)|wanna (?:puke|vomit|throw up))|{you} (?:all |honestly |really |absolutely |truly |people )?(?:disgust|repulse|sicken) (?:me|us|everyone)|{you} (?:have|ve|got|havent got|have got|dont have|will have|will never have|will never get) (?:absolutely |literally |any |no )*(?:life|friends|future|talent|brain|brains|taste|value|worth|shame|respect|class|dad|father|bitches|girlfriend|laid)(?= |$)(?<=(?:no|any|never have|never get|t have|literally) \\w+)|(?:youve got|you ve got|you got) no (?:life|friends|brain|brains|talent|future|chill at all)|(?:get|find) a life(?: loser| you| idiot|)(?= |$)(?! (?:story|jacket|vest|size|insurance))|{you} will (?:always|never) be (?:a |an )?(?:nothing|nobody|loser|alone|lonely|failure|loved|ugly|worthless|virgin|anything|successful|happy|wanted|enough)|youll (?:always|never) be (?:a |an )?(?:nothing|nobody|loser|alone|lonely|failure|loved|ugly|worthless|virgin|anything|happy|wanted|enough|amount to)|{you}(?:ll| will)? never (?:amount to|achieve|be worth|find love|be loved|get laid|accomplish)|(?:cry|go cry|run|crawl|go running|crying|go back|go home) (?:\\w+ ){0,2}to (?:your |ur )?(?:mommy|mummy|mom|mum|mama|mamma|basement|daddy)|(?:living|live|lives|stuck|sitting|rotting) in (?:your|ur|his|her|ya) (?:mom|mum|mother|mommy|parents)s? (?:s )?basement|{your} (?:parents|mom|mum|mother|dad|family|father)(?: \\w+)? (?:must be|are|is|should be|hates?|dont love|doesnt love|dont want|never loved|never wanted|is ashamed|are ashamed|are so ashamed|regrets?|left because|are siblings|are cousins|are brother|didnt love|doesnt want|must be so|wish|wishes)(?: \\w+){0,3} (?:you|u|ashamed|siblings|related|cousins|disappointed|embarrassed|had you|sister|brother and sister|never had you)|(?:everyone|everybody|all the people|people)(?: in)? (?:here|lobby|this lobby|this chat|this room|in this chat)(?: \\w+)? (?:is|are)(?: \\w+){0,2} (?:idiots?|morons?|stupid|dumb|losers?|trash|garbage|retards?|retarded|braindead|pathetic|clowns?|ugly)",
  ),
  rule(
    "uninstall",
    1,
    "insult",
    "uninstall delete quit ez trash noob bot noobs",
    "(?:please |just |go |pls |should |and )?(?:uninstall|delete)(?: the| this| your)? ?(?:game|app|account)?(?: already| please| noob| loser| trash| you \\w+| idiot| and never)|(?:you |ur |you are |youre |what a |such a |fucking |stupid |trash |shut up |ez |dumb )(?:a |an |such a |so |trash |dumb |stupid )?(?:noob|noobs|trash|scrub|dogwater|dog water|garbage)(?= |$)",
  ),
  rule(
    "your_mom",
    2,
    "insult",
    "mom mum mother mama momma moms sister mums mothers",
    "(?:i|we|everyone|he|they|she|the whole \\w+|my dog|dad)(?: \\w+)? (?:fucked|banged|did|slept with|railed|screwed|smashed|had|nailed|bedded|boned|plowed|dated|fuck|bang|do|rode|hit) (?:your|ur|yo|ya) (?:mom|mum|mother|mama|momma|sister|wife|girlfriend|dad)|(?:your|ur|yo|ya) (?:mom|mum|mother|mama|momma|mommy|sister|wife|girlfriend|gf)s?(?: \\w+){0,3} (?:fat|ugly|easy|last night|slut|whore|hoe|hooker|prostitute|stripper|corner|sucks|sucked|smells|dirty|in bed|my bed|for free|bald|fatter|uglier|good last night|naked|onlyfans)(?! (?:we|dinner|said))|(?:your|ur|yo) (?:mom|mum|mama|momma|mother) (?:is )?(?:so|such|too) \\w+",
  ),
];
