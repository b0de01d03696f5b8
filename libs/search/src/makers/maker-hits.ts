import { Injectable } from '@nestjs/common';
import type { CooperativeHit } from '@tiwizi/contracts';
import { pickText, type Locale } from '@tiwizi/i18n';
import { Highlighter } from '../highlight/marks.js';
import type { FoundMakers } from './find-makers.query.js';

/** Cooperatives as a reader sees them. */
@Injectable()
export class MakerHits {
  constructor(private readonly highlighter: Highlighter) {}

  for({ hits }: FoundMakers, q: string, locale: Locale): CooperativeHit[] {
    const marksIn = this.highlighter.asked(q);
    return hits.map(({ maker, productCount }) => {
      const name = pickText(maker.name, locale);
      return { ...maker, name, place: pickText(maker.place, locale), productCount, nameMarks: marksIn(name.text) };
    });
  }
}
