import { Injectable } from '@nestjs/common';
import { civilDay } from '@tiwizi/i18n';
import { Database } from '@tiwizi/persistence';
import { termsOn, type Rate, type Terms } from '../domain/rates.js';

const keptMs = 60_000;

/** Rates change a few times in a decade and are asked for with every order: a minute's memory is enough. */
@Injectable()
export class TermsAt {
  private kept: { rates: Promise<Rate[]>; until: number } | undefined;

  constructor(private readonly database: Database) {}

  async execute(at: Date): Promise<Terms> {
    return termsOn(civilDay(at), await this.rates());
  }

  private rates(): Promise<Rate[]> {
    if (!this.kept || this.kept.until < Date.now()) {
      const rates = this.database.query<Rate>(
        `select kind, to_char(valid_from, 'YYYY-MM-DD') as "validFrom", bps from ledger.rate`,
      );
      this.kept = { rates, until: Date.now() + keptMs };
      rates.catch(() => (this.kept = undefined));
    }
    return this.kept.rates;
  }
}
