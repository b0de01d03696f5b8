import { Controller, Get, Header, Inject, type OnApplicationBootstrap } from '@nestjs/common';
import { DiscoveryService, Reflector } from '@nestjs/core';
import { SETTINGS, type Settings } from '@tiwizi/settings';
import { mountedEndpoints } from '../mounted-endpoints.js';
import { PublicAsset } from '../route.js';
import { openApiDocument } from './document.js';
import { documentPage } from './page.js';

@Controller()
export class OpenApiController implements OnApplicationBootstrap {
  private json = '';
  private page = '';

  constructor(
    @Inject(SETTINGS) private readonly settings: Settings,
    private readonly discovery: DiscoveryService,
    private readonly reflector: Reflector,
  ) {}

  onApplicationBootstrap(): void {
    const { endpoints } = mountedEndpoints(this.discovery, this.reflector);
    this.json = JSON.stringify(openApiDocument(endpoints, this.settings.publicUrl));
    this.page = documentPage(endpoints);
  }

  @Get('api/v1/openapi.json')
  @PublicAsset()
  @Header('Content-Type', 'application/json; charset=utf-8')
  document(): string {
    return this.json;
  }

  @Get('api/docs')
  @PublicAsset()
  @Header('Content-Type', 'text/html; charset=utf-8')
  docs(): string {
    return this.page;
  }
}
