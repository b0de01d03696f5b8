import { newId } from '@tiwizi/persistence';
import type { RegistryRow } from '../use-cases/import-registry.js';

let count = 0;

/** A cooperative as the registry knows it; say only what a spec is about. */
export function registryRow(own: Partial<RegistryRow> = {}): RegistryRow {
  count += 1;
  const id = own.id ?? newId();
  return {
    id,
    slug: `tifawin-tata-${String(count).padStart(4, '0')}`,
    name: { fr: 'Coopérative Tifawin', ar: 'تعاونية تيفاوين' },
    place: { fr: 'Tata', ar: 'طاطا' },
    provinceId: 'MA-TAT',
    court: 'Tribunal de première instance de Tata',
    localRegisterNumber: 1_000 + count,
    ice: null,
    rib: null,
    phone: null,
    foundedYear: 2021,
    memberCount: 8,
    womenCount: 8,
    verification: 'verified',
    verificationLevel: 2,
    locale: 'fr',
    ...own,
  };
}
