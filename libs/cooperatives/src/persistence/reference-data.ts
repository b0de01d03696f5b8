import labelFile from '../data/labels.json' with { type: 'json' };
import regionFile from '../data/regions.json' with { type: 'json' };

type Texts = Partial<Record<'fr' | 'ar' | 'zgh' | 'en', string>>;

export const regions = regionFile.regions.map(({ iso, name, zgh_confidence }, position) => ({
  id: iso,
  name: zgh_confidence === 'low' ? withoutAmazigh(name) : name,
  position: position + 1,
}));

export const provinces = regionFile.regions.flatMap((region) =>
  region.provinces.map(({ iso, kind, name, chief_town: { fr, ar } }) => ({
    id: iso,
    region_id: region.iso,
    kind,
    name,
    chief_town: { fr, ar },
  })),
);

export const labels = labelFile.labels.map(({ id, kind, name, confidence }) => ({ id, kind, name, confidence }));

/** An Amazigh name nobody has vouched for is not shown: readers see the French one. */
function withoutAmazigh({ zgh: _unreviewed, ...known }: Texts): Texts {
  return known;
}

/** Where the chief towns of the provinces lie. */
export const chiefTowns = regionFile.regions.flatMap((region) =>
  region.provinces.map(({ iso, chief_town: { lat, lon } }) => ({ id: iso, latitude: lat, longitude: lon })),
);

/** Loads the three tables again, as often as wanted: ids stay, texts follow the files. */
export const loadReferenceData: readonly (readonly [sql: string, rows: string])[] = [
  [
    `insert into cooperatives.region (id, name, position)
     select id, name, position from jsonb_to_recordset($1::jsonb) as row (id text, name jsonb, position int)
     on conflict (id) do update set name = excluded.name, position = excluded.position`,
    JSON.stringify(regions),
  ],
  [
    `insert into cooperatives.province (id, region_id, kind, name, chief_town)
     select id, region_id, kind, name, chief_town
     from jsonb_to_recordset($1::jsonb) as row (id text, region_id text, kind text, name jsonb, chief_town jsonb)
     on conflict (id) do update
     set region_id = excluded.region_id, kind = excluded.kind, name = excluded.name, chief_town = excluded.chief_town`,
    JSON.stringify(provinces),
  ],
  [
    `insert into cooperatives.label (id, kind, name, confidence)
     select id, kind, name, confidence
     from jsonb_to_recordset($1::jsonb) as row (id text, kind text, name jsonb, confidence text)
     on conflict (id) do update
     set kind = excluded.kind, name = excluded.name, confidence = excluded.confidence`,
    JSON.stringify(labels),
  ],
];
