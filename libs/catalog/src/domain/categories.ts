import { isLocale, type Locale } from '@tiwizi/i18n';
import { craftOf, type Craft } from '@tiwizi/pictures';
import taxonomy from '../data/categories.json' with { type: 'json' };

export interface AttributeDefinition {
  readonly key: string;
  readonly type: 'number' | 'integer' | 'text' | 'list' | 'enum' | 'boolean';
  readonly unit: string | null;
  readonly values: readonly string[];
}

/** A node of the taxonomy; only leaves take products. `ancestorIds` begins at the root and ends with the node itself. */
export interface CategoryNode {
  readonly id: string;
  readonly parentId: string | null;
  readonly name: Partial<Record<Locale, string>>;
  readonly craft: Craft;
  readonly ancestorIds: readonly string[];
  readonly isLeaf: boolean;
  readonly position: number;
  readonly attributes: readonly AttributeDefinition[];
  readonly needsSanitaryAuthorisation: boolean;
}

const types = ['number', 'integer', 'text', 'list', 'enum', 'boolean'] as const;

const definitions = new Map<string, AttributeDefinition>(
  Object.entries(taxonomy.attributes).map(([key, attribute]) => [
    key,
    {
      key,
      type: types.find((type) => type === attribute.type) ?? 'text',
      unit: 'unit' in attribute ? attribute.unit : null,
      values: 'values' in attribute ? attribute.values : [],
    },
  ]),
);

export const attributeDefinition = (key: string): AttributeDefinition | undefined => definitions.get(key);

const nodes = new Map<string, CategoryNode>();
for (const [position, source] of taxonomy.categories.entries()) {
  const parent = source.parent === null ? undefined : nodes.get(source.parent);
  const above = parent?.ancestorIds ?? [];
  nodes.set(source.id, {
    id: source.id,
    parentId: source.parent,
    name: displayable(source.name, source.zgh_confidence),
    craft: craftOf(source.id, [...above].reverse()),
    ancestorIds: [...above, source.id],
    isLeaf: source.leaf,
    position,
    attributes: attributesOf(parent, source.attributes),
    needsSanitaryAuthorisation: source.sanitary_authorisation,
  });
}

/** Parents before children. */
export const categories: readonly CategoryNode[] = [...nodes.values()];

export const categoryOf = (id: string): CategoryNode | undefined => nodes.get(id);

/** A category asks for what those above it ask for, and for its own. */
function attributesOf(parent: CategoryNode | undefined, own: readonly string[]): AttributeDefinition[] {
  const inherited = parent?.attributes ?? [];
  const added = own.filter((key) => !inherited.some((attribute) => attribute.key === key));
  return [...inherited, ...added.flatMap((key) => definitions.get(key) ?? [])];
}

/** A composed Amazigh name waits for its linguist: until then readers see French. */
function displayable(name: Record<string, string>, confidence: string): Partial<Record<Locale, string>> {
  return Object.fromEntries(
    Object.entries(name).filter(([locale]) => isLocale(locale) && !(locale === 'zgh' && confidence === 'low')),
  );
}
