import type { RegistryRow } from '@tiwizi/cooperatives';
import { demoId } from './demo-id.js';
import type { SampleCooperative } from './samples.js';

export const cooperativeId = (key: string): string => demoId('cooperative', key);

/** A sample as the registry would bring it, with all its papers checked. */
export function registryRow(sample: SampleCooperative): RegistryRow {
  return {
    id: cooperativeId(sample.id),
    slug: sample.slug,
    name: sample.name,
    place: sample.commune,
    story: sample.story,
    activity: sample.activity,
    provinceId: sample.province,
    court: sample.court,
    localRegisterNumber: sample.localNumber,
    ice: sample.ice,
    rib: sample.rib,
    phone: sample.phone,
    foundedYear: sample.founded,
    memberCount: sample.members,
    womenCount: sample.women,
    verification: 'verified',
    verificationLevel: 3,
    locale: sample.languages[0] ?? 'fr',
    appliedAt: `${sample.registered}T09:00:00Z`,
    labels: sample.labels.map(({ label, certificate, expires }) => ({
      labelId: label,
      number: certificate,
      expiresOn: expires,
    })),
  };
}

type Applicant = Pick<RegistryRow, 'slug' | 'name' | 'place' | 'provinceId' | 'court' | 'story'> & {
  key: string;
  localRegisterNumber: number;
  ice: string;
  rib: string | null;
  womenCount: number;
  presidentName: string;
  appliedAt: string;
};

const applicants: readonly Applicant[] = [
  {
    key: 'waiting-1',
    slug: 'tamounte-n-imgharn-tafraout',
    name: { fr: 'Coopérative Tamounte N’Imgharn', ar: 'تعاونية تامونت نيمغارن' },
    place: { fr: 'Tafraout', ar: 'تافراوت' },
    story: {
      fr: 'Douze femmes de Tafraout préparent l’amlou aux amandes.',
      ar: 'اثنتا عشرة امرأة من تافراوت تحضرن أملو اللوز.',
    },
    provinceId: 'MA-TIZ',
    court: 'Tribunal de première instance de Tiznit',
    localRegisterNumber: 90_001,
    ice: '990009001000025',
    rib: '999450000000090010000149',
    womenCount: 12,
    presidentName: 'Rqia Oubella',
    appliedAt: '2026-11-20T10:12:00Z',
  },
  {
    key: 'waiting-2',
    slug: 'al-kheir-midelt',
    name: { fr: 'Coopérative Al Kheir', ar: 'تعاونية الخير' },
    place: { fr: 'Midelt', ar: 'ميدلت' },
    provinceId: 'MA-MID',
    court: 'Tribunal de première instance de Midelt',
    localRegisterNumber: 90_002,
    ice: '990009002000095',
    rib: null,
    womenCount: 3,
    presidentName: 'Hassan Ouaziz',
    appliedAt: '2026-11-22T16:40:00Z',
  },
  {
    key: 'waiting-3',
    slug: 'tissage-nour-tounfite',
    name: { fr: 'Coopérative Tissage Nour', ar: 'تعاونية نور للنسيج' },
    place: { fr: 'Tounfite', ar: 'تونفيت' },
    provinceId: 'MA-MID',
    court: 'Tribunal de première instance de Midelt',
    localRegisterNumber: 90_003,
    ice: '990009003000068',
    rib: null,
    womenCount: 9,
    presidentName: 'Aïcha Moumen',
    appliedAt: '2026-11-24T08:05:00Z',
  },
];

/** Cooperatives whose papers wait for an admin. */
export const waitingRows: readonly RegistryRow[] = applicants.map(({ key, ...applicant }) => ({
  ...applicant,
  id: cooperativeId(key),
  phone: null,
  foundedYear: 2026,
  memberCount: 12,
  verification: 'submitted',
  verificationLevel: 1,
  locale: 'fr',
}));
