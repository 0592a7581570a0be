/** Words that are much the same in many languages, and fit a person as well as anybody else. */
export const names: readonly string[] = (
  "Agave Aloe Atlas Aurora Avocado Bambu Banjo Basalt Bingo Bonsai Boomerang Bossa Cactus Caramel Cobalt Cocoa " +
  "Condor Confetti Coral Cosmos Delta Domino Espresso Fiesta Fjord Flamingo Gecko Geyser Ginger Gondola Granite " +
  "Iguana Indigo Jade Jazz Karaoke Kayak Kiosk Kiwi Koala Lagoon Lama Lemur Loto Lynx Magma Mango Mambo Marimba " +
  "Melon Meteor Mocca Mosaic Neon Nougat Oasis Ocelot Onyx Opal Orca Origami Oryx Panda Papaya Paprika Pesto Piano " +
  "Pilot Polka Puma Quartz Quinoa Radar Reggae Rondo Rumba Safari Saffron Samba Saturn Sauna Sierra Solo Sonata " +
  "Sushi Tahini Taiga Tango Tapir Terra Tofu Topaz Tundra Ukulele Vanilla Velvet Vista Volcano Waltz " +
  "Yeti Yoga Yucca Zebra Zenit Zigzag"
).split(" ");
