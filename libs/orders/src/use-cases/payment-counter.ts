import { Injectable } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import { PaymentDesk } from '../domain/payment-desk.js';

/** Payments calls orders, so orders finds its desk by the port, once everything is wired. */
@Injectable()
export class PaymentCounter {
  private found: PaymentDesk | undefined;

  constructor(private readonly modules: ModuleRef) {}

  get desk(): PaymentDesk {
    this.found ??= this.modules.get<PaymentDesk>(PaymentDesk, { strict: false });
    return this.found;
  }
}
