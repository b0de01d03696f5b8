import { amazighLight, arabicLight } from './light-forms.js';
import { skeleton } from './skeleton.js';

/** What of a product can be searched, by language; languages it is not written in are absent. */
export interface TextsToFind {
  readonly title: Partial<Record<string, string | null>>;
  readonly description: Partial<Record<string, string | null>>;
}

/** Fields indexed beside the natural ones, never shown. */
export interface SearchShadow {
  readonly titleAr: string;
  readonly titleZgh: string;
  readonly textAr: string;
  readonly textZgh: string;
  /** Consonant skeletons of the Arabic and Amazigh titles, each once. */
  readonly key: string;
}

export function searchShadow({ title, description }: TextsToFind): SearchShadow {
  const keys = [title['ar'], title['zgh']].flatMap((text) => skeleton(text ?? '').split(' ')).filter(Boolean);
  return {
    titleAr: arabicLight(title['ar'] ?? ''),
    titleZgh: amazighLight(title['zgh'] ?? ''),
    textAr: arabicLight(description['ar'] ?? ''),
    textZgh: amazighLight(description['zgh'] ?? ''),
    key: [...new Set(keys)].join(' '),
  };
}
