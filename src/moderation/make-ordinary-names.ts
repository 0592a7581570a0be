/** Names of people and places, and dishes, that WordNet and our questions may not have. */
export const named: readonly string[] = (
  "scunthorpe penistone clitheroe lightwater shitterton cockermouth cockfosters cockburn cockburns cockroft cockcroft " +
  "hitchcock hancock peacock babcock woodcock adcock alcock wilcock wilcox glasscock leacock laycock simcock pocock " +
  "dickinson dickenson dickens dickson dickerson dickie dicky dickey medick riddick chadwick titchmarsh titicaca " +
  "slutsky slutsk slutskaya slutzky sluter wankel bitche bitburg twatt whorf whorlton saltwater nightwatch " +
  "nightwatchman nightwatchmen cuntz scunner kunta kuntz clitherow gropius shitake shiitake " +
  "mishit hitachi shittim cassandra sussex essex middlesex wessex arsenal arsene arseny bassett basset bassoon " +
  "snigger sniggers sniggering sniggered sniggerer niggle niggled niggling denigrate nigel niger nigeria nigerian " +
  "fukushima fukuoka fukuda fukui fukuyama fuchs fuchsia phuc phuket spica spicer spickard spike spikes spiked spiking spikey " +
  "pakistan pakistani pakistanis pakis kikely kikwete kikuyu heebie gookin dagobert dagon dagobah spicy wopat " +
  "cumming cummings cumbria cumberland cumberbatch assad assam assange assisi assyria ashkenazi hassan " +
  "analise analog titus titian titania titan titans tatiana raper draper grapist therapist therapists " +
  "physiotherapist psychotherapist aromatherapist hypnotherapist chemotherapist shihtzu shih horseman " +
  "faggotini fagottino fagotto fagott fagin fagan dyker vandyke vandyck dykstra dijkstra dykes dikembe " +
  "coonhound raccoon tycoon cocoon laocoon wankhede lesbos nigra nigrum pornic pornchai porntip " +
  "chinkapin chinkara pussycat pussycats pussyfoot pussywillow pussyfooting octopussy whorehouse whorl " +
  "retardant retardants ritardando retardation  bastardo basterds inglourious skanska skanderbeg " +
  "thoth hotchkiss bichon bichons bichir bichette pricker prickly pricking prickle prickett fapiao bbch " +
  "tosserman bellender kuntsevo wopper fagus spazio fuca lana lanas dyk skaggs lipshitz lipschitz sweetwater cushite cushites pornography pornographic " +
  "pornographer nohomo annus fxx gospic inggris anggur esra koog jizzakh jizzax zlutice ashtyn slana cips " +
  "vag wastwater moffo twtr pazhitnov jizzal wanka sniglet sniglets kushite kushites ballack honiggasse foodporn earthporn wordporn nightwatch shtick shtum shtetl shtook shtreimel"
).split(" ");
