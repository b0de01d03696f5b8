import { DomainError, InvalidInput } from '@tiwizi/errors';

export class ShipmentNotFound extends DomainError {
  readonly code = 'shipping/not-found';
  readonly kind = 'not-found';
}

/** A parcel's state moves along its arrows only. */
export class ShipmentMovedOn extends DomainError {
  readonly code = 'invalid_transition';
  readonly kind = 'conflict';
  constructor(from: string, to: string) {
    super(`a shipment that is ${from} cannot become ${to}`);
  }
}

/** Cash is collected to the centime, or the parcel is not delivered. */
export class CashDiffers extends DomainError {
  readonly code = 'shipping/cash-differs';
  readonly kind = 'conflict';
}

export class UnknownProvince extends InvalidInput {
  override readonly code = 'checkout/unknown-province';
  constructor() {
    super([{ path: 'provinceId', code: 'checkout/unknown-province' }]);
  }
}

export class TrackingNumberTaken extends DomainError {
  readonly code = 'shipping/tracking-number-taken';
  readonly kind = 'conflict';
}

export class InvalidCarrierSignature extends DomainError {
  readonly code = 'shipping/invalid-signature';
  readonly kind = 'invalid';
}
