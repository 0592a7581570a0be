type Lines = { readonly middle: readonly string[]; readonly ending: readonly string[] };

const linesOf = (middle: string, ending: string): Lines => ({
  middle: middle.split(" | "),
  ending: ending.split(" | "),
});

/** Sentences that fit into any story, for a bot without a model; English has a story teller of its own. */
export const storyLines: Readonly<Record<string, Lines>> = {
  en: linesOf(
    "And then, without a sound, a door opened that nobody had seen before. | Somewhere a clock struck seven, though it was only five. | They looked at each other, and nobody dared to speak first. | There was only one thing left to do, and they did it.",
    "And so they all went home, a little wiser and very hungry. | And that, as far as anybody remembers, is how it was. | The moon had seen it all, and never told a soul.",
  ),
  de: linesOf(
    "Und dann ging lautlos eine Tür auf, die noch niemand gesehen hatte. | Irgendwo schlug eine Uhr sieben, dabei war es erst fünf. | In der Ferne bellte ein Hund, und dann noch einer. | Alle sahen sich an, und niemand traute sich, als Erster zu sprechen. | Ein kalter Wind kam auf, und mit ihm der Duft von Zimt. | Zum Glück hatte jemand Butterbrote dabei. | Da fiel ihnen auf, dass einer zu viel im Raum war. | Auf dem Zettel stand nur ein einziges Wort, und das war falsch geschrieben. | Es klopfte dreimal, dann noch einmal, nur leiser. | Niemand hatte damit gerechnet, am wenigsten die Ente. | Jetzt half nur noch Singen. | Was dann geschah, glaubt ihnen bis heute keiner.",
    "Und so gingen alle nach Hause, ein wenig klüger und sehr hungrig. | Und so, soweit sich noch jemand erinnert, ist es gewesen. | Der Mond hatte alles gesehen und hat es nie verraten. | Seitdem steht dort jeden Abend ein Licht im Fenster.",
  ),
  es: linesOf(
    "Y entonces, sin un ruido, se abrió una puerta que nadie había visto. | En algún lugar un reloj dio las siete, aunque apenas eran las cinco. | A lo lejos ladró un perro, y después otro. | Se miraron, y nadie se atrevió a hablar primero. | Se levantó un viento frío, y con él un olor a canela. | Por suerte, alguien había traído bocadillos. | Entonces notaron que en la sala sobraba uno. | En la nota había una sola palabra, y tenía una falta. | Llamaron tres veces, y luego otra más bajito. | Nadie se lo esperaba, y menos que nadie el pato. | Ya solo quedaba cantar. | Lo que pasó después no se lo cree nadie.",
    "Y así volvieron todos a casa, un poco más sabios y con mucha hambre. | Y así fue, hasta donde alguien recuerda. | La luna lo vio todo y nunca lo contó. | Desde entonces, cada noche hay allí una luz en la ventana.",
  ),
  fr: linesOf(
    "Et alors, sans un bruit, s’ouvrit une porte que personne n’avait jamais vue. | Quelque part une horloge sonna sept heures, alors qu’il n’en était que cinq. | Au loin un chien aboya, puis un autre. | Ils se regardèrent, et personne n’osa parler le premier. | Un vent froid se leva, et avec lui une odeur de cannelle. | Par chance, quelqu’un avait apporté des tartines. | C’est là qu’ils remarquèrent qu’il y avait une personne de trop. | Sur le billet, il n’y avait qu’un mot, et il était mal écrit. | On frappa trois coups, puis un autre, plus doucement. | Personne ne s’y attendait, et le canard encore moins. | Il ne restait plus qu’à chanter. | Ce qui arriva ensuite, personne ne veut le croire.",
    "Et ils rentrèrent tous chez eux, un peu plus sages et très affamés. | Et c’est ainsi, autant qu’on s’en souvienne, que cela s’est passé. | La lune avait tout vu et n’en a jamais rien dit. | Depuis, chaque soir, une lumière brille à cette fenêtre.",
  ),
  pt: linesOf(
    "E então, sem um ruído, abriu-se uma porta que ninguém nunca tinha visto. | Em algum lugar um relógio bateu sete horas, embora fossem só cinco. | Ao longe latiu um cachorro, e depois outro. | Eles se olharam, e ninguém teve coragem de falar primeiro. | Começou um vento frio, e com ele veio um cheiro de canela. | Por sorte, alguém tinha trazido sanduíches. | Foi aí que notaram que havia alguém a mais na sala. | No bilhete havia uma única palavra, e estava escrita errado. | Bateram três vezes, e depois mais uma, bem baixinho. | Ninguém esperava por isso, muito menos o pato. | Agora só restava cantar. | O que aconteceu depois ninguém acredita até hoje.",
    "E assim todos voltaram para casa, um pouco mais sábios e com muita fome. | E foi assim, até onde alguém se lembra. | A lua viu tudo e nunca contou a ninguém. | Desde então, toda noite há ali uma luz na janela.",
  ),
};
