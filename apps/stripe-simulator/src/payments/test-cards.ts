/** Stripe's documented test cards, by what they do. */
export type CardName =
  | 'success'
  | 'generic_decline'
  | 'insufficient_funds'
  | 'lost_card'
  | 'stolen_card'
  | 'expired_card'
  | 'incorrect_cvc'
  | 'processing_error'
  | 'authentication_required'
  | 'declined_after_authentication'
  | 'refund_pending'
  | 'refund_fails'
  | 'not_a_test_card';

export interface Decline {
  code: 'card_declined' | 'expired_card' | 'incorrect_cvc' | 'processing_error';
  declineCode: string;
  message: string;
  advice: 'try_again_later' | 'do_not_try_again' | 'confirm_card_data';
}

export interface CardDetails {
  number: string;
  expMonth: number;
  expYear: number;
}

export interface TestCard {
  name: CardName;
  number: string;
  paymentMethod: string;
  brand?: 'visa' | 'mastercard';
  /** The bank asks the buyer before it decides. */
  needsAuthentication?: true;
  decline?: Decline;
}

const declined = (
  declineCode: string,
  message = 'Your card was declined.',
  advice: Decline['advice'] = 'try_again_later',
): Decline => ({
  code: 'card_declined',
  declineCode,
  message,
  advice,
});

export const testCards: readonly TestCard[] = [
  { name: 'success', number: '4242424242424242', paymentMethod: 'pm_card_visa' },
  { name: 'success', number: '5555555555554444', paymentMethod: 'pm_card_mastercard', brand: 'mastercard' },
  {
    name: 'authentication_required',
    number: '4000002760003184',
    paymentMethod: 'pm_card_authenticationRequired',
    needsAuthentication: true,
  },
  {
    name: 'generic_decline',
    number: '4000000000000002',
    paymentMethod: 'pm_card_visa_chargeDeclined',
    decline: declined('generic_decline'),
  },
  {
    name: 'insufficient_funds',
    number: '4000000000009995',
    paymentMethod: 'pm_card_visa_chargeDeclinedInsufficientFunds',
    decline: declined('insufficient_funds', 'Your card has insufficient funds.'),
  },
  {
    name: 'lost_card',
    number: '4000000000009987',
    paymentMethod: 'pm_card_visa_chargeDeclinedLostCard',
    decline: declined('lost_card', undefined, 'do_not_try_again'),
  },
  {
    name: 'stolen_card',
    number: '4000000000009979',
    paymentMethod: 'pm_card_visa_chargeDeclinedStolenCard',
    decline: declined('stolen_card', undefined, 'do_not_try_again'),
  },
  {
    name: 'expired_card',
    number: '4000000000000069',
    paymentMethod: 'pm_card_chargeDeclinedExpiredCard',
    decline: {
      code: 'expired_card',
      declineCode: 'expired_card',
      message: 'Your card has expired.',
      advice: 'do_not_try_again',
    },
  },
  {
    name: 'incorrect_cvc',
    number: '4000000000000127',
    paymentMethod: 'pm_card_chargeDeclinedIncorrectCvc',
    decline: {
      code: 'incorrect_cvc',
      declineCode: 'incorrect_cvc',
      message: "Your card's security code is incorrect.",
      advice: 'confirm_card_data',
    },
  },
  {
    name: 'processing_error',
    number: '4000000000000119',
    paymentMethod: 'pm_card_chargeDeclinedProcessingError',
    decline: {
      code: 'processing_error',
      declineCode: 'processing_error',
      message: 'An error occurred while processing your card. Try again in a little bit.',
      advice: 'try_again_later',
    },
  },
  {
    name: 'declined_after_authentication',
    number: '4000008400001629',
    paymentMethod: 'pm_card_threeDSecureRequiredChargeDeclined',
    needsAuthentication: true,
    decline: declined('generic_decline'),
  },
  { name: 'refund_pending', number: '4000000000007726', paymentMethod: 'pm_card_pendingRefund' },
  { name: 'refund_fails', number: '4000000000005126', paymentMethod: 'pm_card_refundFail' },
];

/** A real card must never work here; Stripe's test mode answers the same. */
const notATestCard: TestCard = {
  name: 'not_a_test_card',
  number: '',
  paymentMethod: '',
  decline: declined(
    'live_mode_test_card',
    'Your card was declined. Your request was in test mode, but used a non test card.',
    'do_not_try_again',
  ),
};

export function cardByNumber(number: string): TestCard {
  return testCards.find((card) => card.number === number) ?? { ...notATestCard, number };
}

export function cardByName(name: CardName): TestCard {
  return testCards.find((card) => card.name === name) ?? notATestCard;
}

export function cardByPaymentMethod(id: string): TestCard | undefined {
  return testCards.find((card) => card.paymentMethod === id);
}

/** The check digit every card number carries. */
export function isCardNumber(number: string): boolean {
  if (!/^\d{12,19}$/.test(number)) return false;
  const sum = [...number].reverse().reduce((total, digit, index) => {
    const value = Number(digit) * (index % 2 === 0 ? 1 : 2);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return sum % 10 === 0;
}
