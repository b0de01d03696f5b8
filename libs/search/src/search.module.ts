import { Module } from '@nestjs/common';
import { SearchApi } from './search.api.js';

@Module({
  providers: [SearchApi],
  exports: [SearchApi],
})
export class SearchModule {}
