import { Module } from '@nestjs/common';
import { IdentityModule } from '@tiwizi/identity';
import { CooperativesApi } from './cooperatives.api.js';
import { OnProductPublished } from './events/on-product-published.js';
import { OnProductWithdrawn } from './events/on-product-withdrawn.js';
import { AdminCooperativesController } from './http/admin-cooperatives.controller.js';
import { CooperativesController } from './http/cooperatives.controller.js';
import { WorkspaceProfileController } from './http/workspace-profile.controller.js';
import { NameCooperatives } from './persistence/name-cooperatives.js';
import { ApplyCooperative } from './use-cases/apply-cooperative.js';
import { DecideCooperative } from './use-cases/decide-cooperative.js';
import { EditProfile } from './use-cases/edit-profile.js';
import { FindSellerQuery } from './use-cases/find-seller.query.js';
import { ImportRegistry } from './use-cases/import-registry.js';
import { ListCooperativesQuery } from './use-cases/list-cooperatives.query.js';
import { ListRegionsQuery } from './use-cases/list-regions.query.js';
import { ListToVerifyQuery } from './use-cases/list-to-verify.query.js';
import { ShowCooperativeQuery } from './use-cases/show-cooperative.query.js';
import { ShowProfileQuery } from './use-cases/show-profile.query.js';

@Module({
  imports: [IdentityModule],
  controllers: [CooperativesController, WorkspaceProfileController, AdminCooperativesController],
  providers: [
    CooperativesApi,
    NameCooperatives,
    ApplyCooperative,
    EditProfile,
    DecideCooperative,
    ImportRegistry,
    FindSellerQuery,
    ListCooperativesQuery,
    ListRegionsQuery,
    ListToVerifyQuery,
    ShowCooperativeQuery,
    ShowProfileQuery,
    OnProductPublished,
    OnProductWithdrawn,
  ],
  exports: [CooperativesApi],
})
export class CooperativesModule {}
