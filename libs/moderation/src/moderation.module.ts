import { Module } from '@nestjs/common';
import { CatalogModule } from '@tiwizi/catalog';
import { CooperativesModule } from '@tiwizi/cooperatives';
import { OnListingSubmitted } from './events/on-listing-submitted.js';
import { OnProductWithdrawn } from './events/on-product-withdrawn.js';
import { ModerationController } from './http/moderation.controller.js';
import { ClaimCase } from './use-cases/claim-case.js';
import { DecideCase } from './use-cases/decide-case.js';
import { ListCasesQuery } from './use-cases/list-cases.query.js';
import { OpenCase } from './use-cases/open-case.js';
import { ShowCaseQuery } from './use-cases/show-case.query.js';

@Module({
  imports: [CatalogModule, CooperativesModule],
  controllers: [ModerationController],
  providers: [OnListingSubmitted, OnProductWithdrawn, OpenCase, ClaimCase, DecideCase, ListCasesQuery, ShowCaseQuery],
})
export class ModerationModule {}
