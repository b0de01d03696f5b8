/** What sets two offers of the same thing apart in their titles; said of food and of crafts alike. */
export const varieties = [
  { fr: 'traditionnel', ar: 'تقليدي', en: 'traditional' },
  { fr: 'petite série', ar: 'كمية محدودة', en: 'small batch' },
  { fr: 'de montagne', ar: 'من الجبل', en: 'from the mountains' },
  { fr: 'de la vallée', ar: 'من الوادي', en: 'from the valley' },
  { fr: 'à l’ancienne', ar: 'على الطريقة القديمة', en: 'the old way' },
  { fr: 'de la maison', ar: 'من البيت', en: 'of the house' },
  { fr: 'premier choix', ar: 'اختيار أول', en: 'first choice' },
  { fr: 'grand format', ar: 'حجم كبير', en: 'large' },
  { fr: 'petit format', ar: 'حجم صغير', en: 'small' },
  { fr: 'pour offrir', ar: 'للهدية', en: 'as a gift' },
  { fr: 'de saison', ar: 'موسمي', en: 'of the season' },
  { fr: 'du village', ar: 'من القرية', en: 'of the village' },
  { fr: 'fait main', ar: 'صنع يدوي', en: 'handmade' },
  { fr: 'sélection du marché', ar: 'مختار السوق', en: 'market selection' },
  { fr: 'édition de l’atelier', ar: 'طبعة الورشة', en: 'workshop edition' },
  { fr: 'de l’oasis', ar: 'من الواحة', en: 'from the oasis' },
] as const;
