/**
 * Words that give nothing away, whatever is asked: what people say to each other in any game. While a question is
 * open, a word that is not one of them may be a name or a translation of a choice.
 */
export const common: ReadonlySet<string> = new Set(
  `a i an the this that these those here there now then today tonight again once more most much many some any all both
  each every everybody everyone everything nobody nothing somebody someone something anybody anyone anything no not never
  always often ever still just only also too very really quite so well yes yeah yep nope okay ok oh ooh ah aha aah aaah
  wow hey hi hello hiya howdy bye goodbye greetings welcome thanks thank please sorry cheers yay yesss woo woohoo hooray
  whoa oops ouch ugh hm hmm hmmm uh um eh er psst shh shhh ha haha hah hehe lol gg glhf brb omg phew gosh golly eek yikes
  and or but if as because while when where who what which why how than though until unless since
  of in on at to for from with without by about into over under after before between through during against around up down
  out off away back near
  am is are was were be been being do does did done doing have has had having can could will would shall should may might must
  im ive ill id youre youve youll youd hes shes its were weve well theyre thats whats heres theres lets dont doesnt didnt
  cant couldnt wont wouldnt isnt arent wasnt havent hasnt shouldnt
  me my mine myself you your yours yourself he him his she her hers it its we us our ours they them their theirs
  go goes going gone went come comes coming came get gets getting got give gives gave take takes took make makes made making
  let say says said tell tells told ask asked talk talking hear heard listen look looks looking see sees seen saw watch
  know knows knew think thinks thinking thought believe feel feels felt hope hoping wish want wants need needs like likes
  love loves enjoy enjoying keep keeps kept stay stays start starts stop stops wait waits waiting hold holds try tries trying
  play plays playing played win wins winning won lose loses losing lost score scores scoring point points game games round
  rounds quiz trivia question questions rematch team teams player players board leaderboard streak race champion
  time times minute minutes moment moments second seconds hour hours day days night evening morning week while clock tick
  ticking countdown deadline quick quickly quicker fast faster fastest slow slowly slower late early soon ready steady
  good better best great nice fine cool awesome amazing brilliant lovely perfect excellent fun funny happy glad proud sure
  bad worse worst hard harder tough tricky easy easier simple strange weird wild big small little long short new old
  close closer far high low full empty same different other another next last late right wrong
  luck lucky guess guesses guessing thing things way ways place room people friend friends folks person name names head
  heads brain brains mind minds hand hands finger fingers eye eyes heart hearts face word words line lines story tale
  chat part side end ends beginning life world work job home house party music coffee tea snack snacks break drink water
  careful calm quiet busy bored boring excited exciting nervous scared brave bold serious seriously honest honestly
  maybe perhaps probably possibly surely certainly definitely obviously clearly exactly indeed almost already yet enough
  together alone apart along everywhere somewhere nowhere anyway however instead else especially even
  concentrate concentrating concentration focus focused pressure suspense tension drama silence courage patience
  show shows turn turns turned run runs running sit sitting stand standing walk breathe breath blink blinked read reading
  write writing count counting remember forget forgot learn learned miss missed missing catch caught follow cross crossed
  help helps helping join joined joining arrive arrived leave leaving left return begin began finish finished
  bring brings set sets put puts move moves change changes happen happens happened mean means call called use used
  old friend chapter plot twist legend legends history page pages book magic mystery secret dream dreams
  dear hearty warm warmly busy crowd audience host seat seats chair lobby pleasure honour honor company
  idea ideas comment comments panic deep flies ears lost smart rush style smile awake hungry nerves tock fair trying
    noise loud lovely cosy sweet kind gentle evening weekend holiday summer winter sun rain weather dinner lunch breakfast cake pizza
    cookies tea dance dancing sing singing song sleep sleepy tired nap morning birthday legend hero heroes rival rivals victory
    glory fame crown trophy prize wisdom wise clever genius memory library books pencil notes class school lesson teacher
    absolutely totally completely truly actually literally finally suddenly together respect promise swear trust
    challenge accepted challenging warm warming nice nicely wonderful fantastic splendid superb marvelous magnificent
    fabulous delightful charming glorious spectacular super epic cheerful proudly bravo cheer congratulations congrats bravo kudos respect applause handshake`
    .split(/\s+/)
    .filter((word) => word !== ""),
);
