import { Inject, Injectable } from '@nestjs/common';
import type { Locale } from '@tiwizi/i18n';
import { SETTINGS, type Settings } from '@tiwizi/settings';

/** Where messages lead: pages of the shop in the reader's language. */
@Injectable()
export class Links {
  constructor(@Inject(SETTINGS) private readonly settings: Settings) {}

  /** Opens the order without an account: the token is the proof. */
  order({ locale, token }: { locale: Locale; token: string }, number: string): string {
    return this.page(locale, `suivi/${encodeURIComponent(number)}?token=${encodeURIComponent(token)}`);
  }

  sale(locale: Locale, subOrderId: string): string {
    return this.page(locale, `vendeur/commandes/${subOrderId}`);
  }

  listing(locale: Locale, productId: string): string {
    return this.page(locale, `vendeur/produits/${productId}`);
  }

  workspace(locale: Locale): string {
    return this.page(locale, 'vendeur');
  }

  private page(locale: Locale, path: string): string {
    return `${this.settings.publicUrl}/${locale}/${path}`;
  }
}
