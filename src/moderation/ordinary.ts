// Made by make-ordinary.ts; what is wrong here is put right there.

/** Words in which a coarse one stands, and that are ordinary all the same. */
export const ordinary: ReadonlySet<string> = new Set(
  `
abreasts agapornis among analis anggur annals annus annuus ashtyn aspic assurs ballack basterds bbch bbs bitche
bitchiness boneer bonneer bonner booner bushytail cips cockup creamies cuntz cushite cushiter cushitic cushiting
dickeed dyck dyk dykes dyks earthporn esra faggotini fagott farther fccs flim foodporn fuca fukkianese
fukkianeser fukkianesing gnaw gospic gyps hellhole hommos honiggasse honiggasser honiggassing hookeris
horsebeaner impennis inggris jizzakh jizzal jizzax kips koog kuntz kushite kushiter kushiting lana lesbos
lightwater lipshitz losser meltwater mishited mishiter mishiting mishitly mishits moffo monggol moong negeris
niggard niggardliness nightwatch nightwatchman nightwatchmen nigra nohomo orientalis pakis pazhitnov pennis
picaninny pissis pizzazz pollack poorness pornic porno pornographed pornographer pornographic pornographicalled
pornographicaller pornographicallies pornographicalling pornographically pornographies pornographing pornography
porntip portwatcher psychosis rappee rapping saltwater scunthorpe scunthorper scunthorping shiitake shiitaker
shiitaking shiite shiiter shiiting shitlist shittah shitterton shittim shittimwood shtups skaggs skagit skips
slana sluter slutsk slutskaya slutskies slutsky slutzked slutzker slutzkies slutzking slutzky snigger sniglet
swanker sweetwater tardis tartu theraped theraping therapist thother tither tittups turdus twatt twtr uranus vag
wanka wastwater whoer whoredom whorehouse whorehouser whorehousing whoremaster whoremonger whoreson witwatersrand
wordporn wristwatch zlutice zluticer zluticing
`.split(/\s+/),
);

/** Words that give a coarse one together, and follow each other in ordinary sentences. */
export const ordinaryPairs: ReadonlySet<string> = new Set(
  `
a hole,a holes,an als,an us,an uses,an uss,as hole,as holes,as shatter,as swipe,ash ole,bast ards,bats hit
bats hitter,bats hitting,bel lend,bel lends,bell end,bell ends,bit cha,bit chen,bit chin,bit ching,boll ox
bulls hit,bulls hitter,bulls hitting,but thole,camel jockey,chin aman,china man,china mans,cotton picker
crack head,crack heads,cream pie,cream pied,cream pieter,cream piety,cyber sex,dim wit,dim wits,dip stick
dip sticks,dips hit,dips hitter,dips hitting,dips tick,dips ticks,dirt bag,duma sss,erect ion,erect ions
fat assed,fat so,fat sos,fata ssa,fata sss,go ok,half wit,half wits,he ebs,hen tai,horses hit,horses hitter
horses hitting,in bred,jihad i,jihad is,lady boy,lady boys,lard assed,les bos,lib tarda,lib tardy,low life
mud slime,mud slimed,nib bas,niggle red,niggle ring,nit wit,nit wits,numb nuts,nuts ack,pak i,pak is,pen is
pen us,pen uses,pen uss,per vert,per verts,phuc ked,phuc ken,phuc kin,phuc king,pol ack,poon tang,pun ani,pus sis
pus sizz,puss i,puss is,rap eds,rec tum,rec tums,red skin,ret ards,ret art,ret arts,sex ting,she it,she its
she itty,shem ale,shema les,shi eta,shi etd,shi ted,shi ten,shi tin,shi ting,shy ted,shy ten,shy tin,shy ting
slap per,trump tarda,trump tardy,wan ked,wan ken,wan kera,wan kern,wan kin,wan king,wet back,wet backed
wet backer,wet backing,wet backs,who re,who rea,who red,who reed,who rein,who res
`.split(/[,\n]/),
);
