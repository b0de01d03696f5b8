import { Module } from '@nestjs/common';
import { OnOrderConfirmed } from './events/on-order-confirmed.js';
import { OnSubOrderChanged } from './events/on-sub-order-changed.js';
import { LedgerController } from './http/ledger.controller.js';
import { LedgerApi } from './ledger.api.js';
import { ReleaseShares } from './use-cases/release-shares.js';
import { ShowBalance } from './use-cases/show-balance.query.js';
import { TermsAt } from './use-cases/terms-at.query.js';

@Module({
  controllers: [LedgerController],
  providers: [LedgerApi, TermsAt, ShowBalance, ReleaseShares, OnOrderConfirmed, OnSubOrderChanged],
  exports: [LedgerApi],
})
export class LedgerModule {}
