import { readFile } from 'node:fs/promises';

interface Texts {
  fr: string;
  ar: string;
  en?: string;
  zgh?: string;
}

export interface SampleCooperative {
  id: string;
  slug: string;
  name: Texts;
  activity: Texts;
  province: string;
  commune: { fr: string; ar: string };
  founded: number;
  court: string;
  localNumber: number;
  registered: string;
  ice: string;
  rib: string;
  phone: string;
  languages: ('zgh' | 'ar' | 'fr')[];
  members: number;
  women: number;
  labels: { label: string; certificate: string; expires: string }[];
  story: Texts;
}

export interface SampleProduct {
  id: string;
  slug: string;
  cooperative: string;
  category: string;
  title: Texts;
  description: Texts;
  attributes: Record<string, string | number | boolean | string[]>;
  labels: string[];
  leadTimeDays: number;
  variants: {
    sku: string;
    axis: 'weight' | 'volume' | 'pieces' | 'size' | 'colour';
    measure: string;
    price: number;
    /** 0 for what travels as a voucher. */
    grams: number;
    /** Null for services, which nobody counts. */
    stock: number | null;
  }[];
}

export interface Samples {
  cooperatives: SampleCooperative[];
  products: SampleProduct[];
}

/** Read when asked for: two megabytes that no other command needs. */
export async function readSamples(): Promise<Samples> {
  const [{ cooperatives }, { products }] = await Promise.all(
    ['cooperatives', 'products'].map(async (name) =>
      JSON.parse(await readFile(new URL(`./data/${name}.json`, import.meta.url), 'utf8')),
    ),
  );
  return { cooperatives, products };
}
