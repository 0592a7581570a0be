import { rule, type Rule } from "./phrases.ts";

export const threats: readonly Rule[] = [
  rule("will_harm_you", 3, "threat", [
    String.raw`{will}(?: (?:\w+)){0,2} (?:cut|carve|chop|slice|tear|rip|hack|split|break|snap) (?:you|u|ya) (?:in|into|to|up|open|apart|limb|down|half)`,
    String.raw`{will}(?: (?:come|find you|fucking|just|really|literally|so|go|and|be|to|make sure to|hunt you down|personally|gladly|happily|actually|definitely|bloody)){0,4} (?:{harm} {you}|(?:{harm}|beat|smash|kick|slap|knock|choke) the (?:hell|shit|fuck|crap|life|living daylights) out of {you}|(?:{harm}|{blow}) (?:in |off |out |up )?{your}(?: \w+){0,2} {body})(?!(?: \w+){0,3} (?:in|at|on) (?:the|this|that|next|trivia|a|our) ?(?:next|quiz|game|round|match|trivia|leaderboard|question|score|final|chess|category|topic))(?! (?:with|by) (?:points|facts|knowledge|score|a point))`,
  ]),
  rule("harm_your_body", 3, "threat", [
    String.raw`(?:stab|slit|cut|smash|bash|break|snap|slice|rip|blow|cave|knock|kick|punch|burn|crush|gouge|chop|beat) (?:out |off |in |up )?{your} (?:fucking |ugly |stupid |fat |little |dumb |pretty |goddamn )?(?:throat|neck|skull|legs|kneecaps|kneecap|teeth|bones|face|head|jaw|house|brains|eyes|tongue|spine|fingers|family|door)(?: in| off| out| down)?`,
  ]),
  rule("know_where", 3, "threat", [
    String.raw`(?:i|we) (?:know|found|found out|have|got|will find|can find|ll find|just found)(?: out| exactly)? (?:where (?:{you}) (?:live|sleep|work|go to school|are)|where {your} (?:family|house|kids|mom|mum|parents|school) (?:live|is|lives|go|goes|are)|{your} (?:home )?(?:address|ip|ip address|home address))`,
  ]),
  rule("find_you", 3, "threat", [
    String.raw`(?:(?:i|we)(?: will| ll| am going to| am gonna)|ill|im gonna|ima|imma|im going to|were going to|im coming|i m coming|we are coming|were coming|someone is coming) ?(?:to )?(?:(?:find|hunt|track) (?:you|u|ya|your family)(?: down)?(?: and \w+| irl| in real life)?|for (?:you|u|your family|your mom|your kids|your head)|after (?:you|u|your family))(?! (?:a|an|the|some|in the|on the|help|answer))`,
  ]),
  rule("watch_back", 3, "threat", [
    String.raw`{are} (?:so |fucking )?dead (?:when|once|if|after|as soon as|the moment)`,
    String.raw`better (?:run|hide|pray|start running|sleep with|lock your doors?)(?= (?:$|\.|because|cause|bitch|now|before|boy|little|from me|tonight|coward))`,
    String.raw`watch {your} back(?! (?:in|on|at|when)\b)`,
    String.raw`sleep with one eye open`,
    String.raw`{are} (?:a )?(?:dead man|dead meat|dead man walking|so dead when|fucking dead)`,
    String.raw`{your} days are numbered`,
    String.raw`{you}(?: will| ll| are going to| re going to|re gonna|ll) (?:all )?(?:regret (?:this|it|that|ever)|pay for (?:this|it|that|what)|bleed|suffer for (?:this|it))`,
    String.raw`youll (?:regret this|pay for this|all die|die for|bleed|suffer)`,
    String.raw`make (?:you|u) (?:suffer|pay|bleed|beg|wish you|scream|regret)`,
    String.raw`see you in {your} (?:grave|coffin)`,
    String.raw`plan {your} funeral`,
    String.raw`dig {your} (?:own )?grave`,
  ]),
  rule("going_to_die", 3, "threat", [
    String.raw`{you} (?:are|re|r|is) (?:all )?(?:going to|gonna|about to) (?:fucking )?die(?! laughing)`,
    String.raw`(?:youre|ur) (?:all )?(?:going to|gonna) (?:fucking )?die(?! laughing)`,
    String.raw`(?:youll|you will|you ll) (?:all )?(?:fucking )?die (?:tonight|tomorrow|soon|for this|alone|screaming|in)`,
    String.raw`i want (?:you|u) (?:dead|to die)`,
    String.raw`(?:i )?wish (?:you|u) (?:were dead|were never born|would die|would just die|died|dead|was dead|was never born)`,
  ]),
  rule("hope_you", 3, "threat", [
    String.raw`^ (?:get|catch) (?:cancer|aids|ebola|covid|hiv|leukemia|hit by a \w+|raped|shot|run over|stabbed)(?: and die)?(?: \w+)?(?= $)`,
    String.raw`(?:i )?(?:really |sincerely |truly |genuinely )?(?:hope|pray|wish|cant wait until|cant wait till)(?: that)? (?:{you}|{your} (?:whole |entire )?(?:family|mom|mum|mother|dad|kids|dog|parents|children))(?: all| both| just| and your family| slowly| fucking)? (?:die|dies|get cancer|gets cancer|get aids|get raped|gets raped|get hit by|gets hit by|get shot|get stabbed|get killed|get murdered|get run over|rot|rots|burn|burns|choke|chokes|suffer|suffers|drown|bleed|never wake up|dont wake up|crash|suffocate|get hurt|get beaten|drop dead|end up dead|get covid|fall off|have a heart attack|get into an accident|get sick and die|perish|starve)`,
  ]),
  rule("doxing", 3, "threat", [
    String.raw`(?:{will}|i can|ill|about to|gonna|getting|you get|get you|im)(?: \w+){0,2} (?:dox|doxx|swat|ddos|doxed|doxxed|swatted|doxing|doxxing|swatting|ddosing) ?(?:you|u|ya|your|this|him|her|them)?`,
    String.raw`leak {your} (?:address|nudes|pics|photos|info|ip|number|phone number|location|dms)`,
  ]),
  rule("mass_harm", 3, "threat", [
    String.raw`(?:lynch|hang|gas|exterminate|behead|castrate|sterili[sz]e|deport|crucify|guillotine) (?:them|em|all of them|every one of them|every last one)(?: all)?`,
    String.raw`(?:shoot up|blow up|bomb|burn down|shooting up|bombing|blowing up) (?:your|the|my|this|that|our|a|ur|his|her|their|every) (?:\w+ )?(?:school|house|church|mosque|synagogue|home|office|place|mall|hospital|airport|server room|work|workplace|building|class|classroom|clinic|university|college|stadium)`,
    String.raw`there is a bomb in`,
  ]),
  rule("show_up", 3, "threat", [
    String.raw`(?:im|i am|i m|were|we are|hes|he is|somebody is|someone is)(?: \w+)? (?:outside|in front of|behind|under|inside|parked outside|right outside) {your} (?:house|door|window|bed|home|school|front door|closet|building|apartment)`,
    String.raw`(?:{will}|im|i am|ill be|we will|were) ?(?:be )?(?:show(?:ing)? up|come|coming|wait(?:ing)?|stand(?:ing)?|drive|driving)(?: over| down| up| around| round)? ?(?:at|to|outside|by|in front of) {your} (?:house|home|door|school|work|place|address|window|job|street|doorstep)(?: and \w+| with a \w+| tonight)?`,
  ]),
  rule("beat_you", 3, "threat", [
    String.raw`(?:{will}) (?:beat|kick|whoop|whip|kill|fight) {your} (?:\w+ )?(?:ass|arse|butt|face)(?! (?:in|at) (?:the|this|trivia|next|a))`,
    String.raw`(?:ill|i will|gonna|want to|wanna) (?:beat|knock) (?:you|u) (?:up|unconscious|to death|to a pulp|black and blue|senseless|out cold|with a)`,
    String.raw`{your} face (?:needs|wants) (?:a|my) (?:fist|punch|brick)`,
  ]),
  rule("deserve_death", 3, "threat", [
    String.raw`{you}(?: \w+){0,2} (?:should|need to|ought to|deserve to|must) (?:be )?(?:deported|sterili[sz]ed|neutered|locked up in a cage|whipped|enslaved)`,
    String.raw`{you}(?: and your \w+| all| lot| people)? (?:deserve|deserves|should|ought|need|must|needs|better)(?: all| just| both| really| to| to be| be| to get| get| honestly| seriously| literally| have been| go| go and){0,4} (?:die|dead|killed|shot|hanged|hung|lynched|executed|raped|beaten|stabbed|burned|burnt|drowned|suffer|tortured|put down|put to sleep|gassed|aborted|murdered|castrated|sterilized|sterilised|cancer|rot|eliminated|erased|strangled|neutered|put in a gas chamber|euthanized|euthanised)(?! laughing)`,
  ]),
];

export const selfHarm: readonly Rule[] = [
  rule("kill_yourself", 3, "self_harm", [
    String.raw`(?:kill|hang|neck|shoot|stab|drown|cut|harm|hurt|off|unalive|delete|rope|suffocate|strangle|poison|choke|burn|electrocute|gas|end|behead|hurl|throw|yeet|slit|cutting|killing|hanging|offing|kil|kll|kiii|kiil|uninstall) (?:(?:you|your|ur|yo|ya|yer|ye|youre|u) ?sel(?:f|ves)|urself|urselves|yaself|yoself|yourselfs|ur selfs|yourslef|yourselve|ursef)(?! (?:some slack|short|in the foot|out of|off from|a break|in half|on the|on a|a slice|to the))`,
    String.raw`end {your} (?:own )?(?:miserable |pathetic |sad |worthless |pointless |fucking |shitty |useless )?(?:life|existence|suffering|misery)`,
    String.raw`take {your} own life`,
    String.raw`end it all(?! started)`,
    String.raw`(?:go|please|should|just) unalive`,
  ]),
  rule("go_die", 3, "self_harm", [
    String.raw`(?:go|just|please|pls|plz|can you|could you|kindly|hurry up and|go and|go ahead and|why dont you|why dont you just|you should|you should just|do everyone a favor and|do everyone a favour and|u should|now|omg|ffs|stfu and) (?:fucking |just |already |slowly |painfully )?die(?: already| please| pls| now| slowly| alone| somewhere| in a \w+| in \w+| you \w+| bitch| of \w+| lol| \w+)?(?= )(?! (?:hard|another|antwoord|casting|for|cut))`,
    String.raw`^ die (?:you \w+|already|in a (?:fire|hole|ditch)|slow|bitch|noob)`,
    String.raw`die in a (?:fire|hole|ditch|car crash|car)`,
    String.raw`drop dead(?! (?:fred|gorgeous|diva|date))`,
    String.raw`(?:(?:go|please|just|should|now|and|you|u|pls|dont you|must) |^ )commit (?:suicide|die|sudoku|seppuku|neck rope|not alive|sewer slide)(?: bro| now| please| already| loser)?`,
    String.raw`(?:do|try|consider|attempt|recommend|considered) (?:a )?(?:suicide|sewerslide|sewer slide|suiciding)`,
    String.raw`sewer ?slide (?:yourself|now)`,
  ]),
  rule("means", 3, "self_harm", [
    String.raw`(?:go |please |just |should |you should |you could |why not )?(?:jump|leap|hop|dive|step|throw yourself|hurl yourself) (?:off|from|out|in front|under|into)(?: of)? (?:a|the|your|ur|an|some|that) (?:\w+ )?(?:bridge|cliff|building|roof|balcony|window|train|bus|car|truck|traffic|volcano|skyscraper|tower|moving car|lorry|rooftop)`,
    String.raw`(?:drink|chug|swallow|gargle|eat|inject|down|sip|guzzle) (?:some |a bottle of |a gallon of |a glass of |a cup of |a whole bottle of |all the |a )?(?:bleach|poison|antifreeze|drain cleaner|cyanide|battery acid|draino|pills|rat poison|detergent|tide pods?|acid|gasoline|petrol)`,
    String.raw`(?:slit|cut|slash|slice|open) {your} (?:wrist|wrists|throat|veins|arms|arm)`,
    String.raw`(?:go |please )?(?:play|walk|run|go play|lie down|lay down|sleep) (?:in|into|on|in front of) (?:the )?(?:traffic|oncoming traffic|highway|motorway|train tracks|railway tracks|rail tracks|railroad)`,
    String.raw`(?:get|find|buy|grab|tie|here is|heres|need|take) (?:a|the|some|your)? ?(?:rope|noose|toaster bath)(?: already| and| loser| for you| you| to)`,
    String.raw`toaster bath`,
    String.raw`(?:put|stick|place|shove) (?:a|the|that) (?:gun|bullet|knife|shotgun|pistol|barrel) (?:in|to|through|into|up) {your} (?:mouth|head|skull|heart|ass|brain)`,
    String.raw`take a (?:toaster bath|bath with a toaster|long walk off)`,
    String.raw`pull the trigger (?:already|on yourself|loser|coward)`,
    String.raw`(?:overdose|od) (?:already|please)`,
  ]),
  rule("nobody_would_miss", 3, "self_harm", [
    String.raw`(?:nobody|no one|noone|no 1|none|not a soul|not even {your} \w+)(?: \w+)? (?:would|will|gonna|ll|d|is going to|would even|will even|would ever|will ever)(?: even| ever| really)? (?:miss|mourn|cry|notice|care|attend|come|go|show up)(?: about| for| over| if| to| when| at)* ?(?:you|u|ya|if you|{your} funeral|when you|you were)`,
    String.raw`(?:world|everyone|everybody|we|we all|earth|society|family|humanity|universe|people|place|lobby|life|they|server|parents|mom)(?: \w+){0,6} (?:better|happier|nicer|safer)(?: \w+){0,3} (?:without (?:you|u|your kind|ya|people like you|you in it)|if (?:you|u) (?:were (?:dead|gone|never born)|died|didnt exist|werent (?:here|alive|born)|was dead|just died|killed|left|weren t))`,
    String.raw`{you}(?:d|ll| would| will)? be better off (?:dead|not alive|not existing|six feet)`,
    String.raw`(?:better off|better) dead`,
    String.raw`(?:you |u )?(?:should|shouldve|ought to|wish you|wish u)(?: of| have| had)? (?:never |not |been |have |of ){0,3}(?:born|existed|exist|aborted|swallowed|a stillbirth|an abortion|a blowjob|a miscarriage)(?! in)`,
    String.raw`(?:why|how)(?: the \w+)? (?:are|r|is) (?:you|u) (?:still |even )?(?:alive|breathing|living|exist|here on)`,
    String.raw`(?:dont|do not|doesnt|didnt) deserve (?:to (?:live|be alive|exist|breathe|be here|be born|walk this)|life|oxygen|the air|air)`,
    String.raw`(?:stop|quit) (?:breathing|existing|living|wasting (?:oxygen|air|our air|my oxygen|our oxygen))`,
    String.raw`waste of (?:oxygen|air|space|skin|life|sperm|flesh|cum|human|human life|carbon|a human|good oxygen|breath|a life|existence)`,
    String.raw`(?:mom|mum|mother|mama|momma|parents|dad)(?: \w+){0,2} (?:should|shouldve|should have|wishes|wish|wanted to|regret|regrets|hates?)(?: \w+){0,3} (?:aborted?|swallowed|having you|had you|giving birth|abortion|drowned you|you were dead|keeping you|worn a condom|used a condom)`,
  ]),
  rule("no_reason_to_live", 3, "self_harm", [
    String.raw`(?:the )?(?:best|only good) thing (?:you|u) (?:could|can) (?:ever )?do(?: \w+){0,6} (?:die|dead|disappear|death|yourself)`,
    String.raw`(?:your|ur) (?:death|suicide|funeral) (?:would|will|is going to)(?: \w+){0,4} (?:happy|party|celebrate|better|favor|favour|best|gift|celebration)`,
    String.raw`(?:i|we|ill|everyone|everybody)(?: \w+){0,3} (?:dance|piss|spit|celebrate|party|laugh|smile)(?: \w+){0,2} (?:on|at|when|if) (?:your|ur|you|u) ?(?:grave|funeral|die|died|dead|death|are dead|are gone)`,
    String.raw`(?:no (?:reason|point|need)|nothing)(?: for you| in you)? (?:to live for|to live|in living|to be alive|to exist|for you to live|for you to exist|left to live)`,
    String.raw`do (?:us|everyone|the world|everybody|yourself|humanity|me|the planet|this world|society|your family|your parents)(?: all| a)* (?:favor|favour|service)(?: and| by| \w+){0,2} (?:die|dying|kill|killing|end|ending|jump|disappear|leave this|hang|drop|never come back|stop existing|not existing|not breathing|neck|rope)`,
    String.raw`{your} (?:life|existence) (?:is|has|means|was|will always be)(?: \w+){0,2} (?:worthless|meaningless|pointless|a mistake|a joke|no meaning|no value|no purpose|nothing|a waste|pathetic|useless)`,
    String.raw`(?:leave|exit|remove yourself from|get off) (?:this|the) (?:earth|planet|world)(?: forever| already)?`,
    String.raw`(?:log off|quit|uninstall|exit|end) (?:of )?(?:life|irl)`,
    String.raw`{you} (?:are|r|re) (?:a )?(?:better|more useful|worth more) dead`,
    String.raw`(?:nobody|no one) wants (?:you|u) (?:alive|to live|to exist|on this)`,
  ]),
  rule("cutting", 3, "self_harm", [
    String.raw`cut (?:deeper|deep|yourself deeper|vertical|vertically|down not across)(?: next time)?`,
    String.raw`(?:go|just|keep|please|maybe) (?:and )?(?:cut|cutting|starve|starving) (?:your|ur) ?(?:self|selves|wrists|wrist|arms)`,
    String.raw`go (?:be )?(?:cry and )?(?:cut|starve|hang|drown|bleed out|suffocate|overdose)(?: \w+)?(?= $)`,
  ]),
];
