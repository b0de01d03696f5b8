import { Injectable } from '@nestjs/common';
import type { CooperativeHit } from '@tiwizi/contracts';
import { ProcessLog } from '@tiwizi/events';
import type { Locale } from '@tiwizi/i18n';
import { isKnown } from '../engine/query-plan.js';
import type { Found } from '../answers/found.js';
import { Lexicon } from '../lexicon/lexicon.js';
import { FindMakers } from '../makers/find-makers.query.js';
import { MakerHits } from '../makers/maker-hits.js';
import { MissedWords } from '../missed/missed-words.js';
import { ProposeSpelling } from '../spelling/propose-spelling.query.js';

const mostCooperatives = 3;

/** What stands beside the products of a first page: cooperatives of that name, and what may have been meant. */
@Injectable()
export class AssistSearch {
  constructor(
    private readonly lexicon: Lexicon,
    private readonly makers: FindMakers,
    private readonly hits: MakerHits,
    private readonly spelling: ProposeSpelling,
    private readonly missed: MissedWords,
    private readonly log: ProcessLog,
  ) {}

  /**
   * Words that are all names of things are looked for among products only: no maker need be asked after. Names that
   * are only similar are looked for where nothing else was found.
   */
  async cooperatives(q: string, products: Promise<{ found: Found }>, locale: Locale): Promise<CooperativeHit[]> {
    if (isKnown(q, this.lexicon)) return [];
    const page = { offset: 0, limit: mostCooperatives };
    const [named, { found }] = await Promise.all([this.makers.named(q, {}, page), products]);
    const isPoor = found.total === 0 || found.isGuess;
    return this.hits.for(named.total || !isPoor ? named : await this.makers.similar(q, {}, page), q, locale);
  }

  /** Counts words that found too little, unless filters are to blame, and proposes others. Never fails a search. */
  async proposal(q: string, found: Found, isNarrowed: boolean): Promise<string | null> {
    if (found.total > 0 && !found.isGuess) return null;
    try {
      if (!isNarrowed) await this.missed.count(q, found.total > 0 ? 'guess' : 'nothing');
      return await this.spelling.execute(q);
    } catch (error) {
      this.log.warn({ err: error }, 'a poor answer could not be helped');
      return null;
    }
  }
}
