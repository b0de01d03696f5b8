import { Inject, Injectable } from '@nestjs/common';
import type { Locale } from '@tiwizi/i18n';
import type { PaymentState } from '@tiwizi/orders';
import { SETTINGS, type Settings } from '@tiwizi/settings';
import type { Payment } from '../domain/payment.js';
import { paymentState } from '../domain/payment-state.js';
import { CardProvider, ProviderFailure } from '../provider/card-provider.js';

/** A payment as its buyer sees it, with the address of the card page and the way back from there. */
@Injectable()
export class ShowPayment {
  constructor(
    private readonly provider: CardProvider,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  execute(payment: Payment, locale: Locale = payment.locale): PaymentState {
    return paymentState(payment, locale, (one, language) => this.cardPage(one, language));
  }

  private cardPage({ intentId, clientSecret, orderNumber, returnToken }: Payment, locale: Locale): string | null {
    if (!intentId || !clientSecret) return null;
    const token = encodeURIComponent(returnToken);
    const returnUrl = `${this.settings.publicUrl}/${locale}/commande/retour/${orderNumber}?token=${token}`;
    try {
      return this.provider.paymentPage({ intentId, clientSecret }, { returnUrl, locale });
    } catch (error) {
      if (error instanceof ProviderFailure) return null;
      throw error;
    }
  }
}
