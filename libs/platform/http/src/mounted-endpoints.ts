import { RequestMethod } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants.js';
import { MetadataScanner, type DiscoveryService, type Reflector } from '@nestjs/core';
import type { Endpoint } from '@tiwizi/contracts';
import { ENDPOINT, PUBLIC_ASSET } from './route-metadata.js';

interface Mounted {
  endpoints: Endpoint[];
  /** Routes that say neither which endpoint they answer nor that anyone may read them. */
  undeclared: string[];
}

/** Every route the loaded modules bring. */
export function mountedEndpoints(discovery: DiscoveryService, reflector: Reflector): Mounted {
  const scanner = new MetadataScanner();
  const mounted: Mounted = { endpoints: [], undeclared: [] };
  for (const { instance, name } of discovery.getControllers()) {
    if (!instance) continue;
    const prototype: Record<string, () => unknown> = Object.getPrototypeOf(instance);
    for (const method of scanner.getAllMethodNames(prototype)) {
      const handler = prototype[method];
      if (!handler || !Reflect.hasMetadata(PATH_METADATA, handler)) continue;
      const endpoint = reflector.get<Endpoint | undefined>(ENDPOINT, handler);
      if (endpoint) mounted.endpoints.push(endpoint);
      else if (!reflector.get(PUBLIC_ASSET, handler)) {
        const verb = RequestMethod[Reflect.getMetadata(METHOD_METADATA, handler)];
        mounted.undeclared.push(`${verb} ${Reflect.getMetadata(PATH_METADATA, handler)} (${name}.${method})`);
      }
    }
  }
  mounted.endpoints.sort((a, b) => a.path.localeCompare(b.path) || a.method.localeCompare(b.method));
  return mounted;
}
