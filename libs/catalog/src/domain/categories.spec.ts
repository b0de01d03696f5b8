import { isCraft } from '@tiwizi/pictures';
import { attributeDefinition, categories, categoryOf } from './categories.js';

describe('the taxonomy', () => {
  it('has 93 nodes, 69 of them leaves, parents before children', () => {
    expect(categories).toHaveLength(93);
    expect(categories.filter(({ isLeaf }) => isLeaf)).toHaveLength(69);
    const seen = new Set<string>();
    for (const { id, parentId, ancestorIds } of categories) {
      expect(parentId === null || seen.has(parentId)).toBe(true);
      expect(ancestorIds.at(-1)).toBe(id);
      seen.add(id);
    }
  });

  it('names every node in three languages, and in Amazigh only where the word is attested', () => {
    for (const { name } of categories) expect(name).toMatchObject({ fr: expect.any(String), ar: expect.any(String) });
    expect(categoryOf('hive')?.name.zgh).toBeUndefined();
    expect(categoryOf('food')?.name.zgh).toBeDefined();
  });

  it('gives every node a craft to draw and the attributes of those above it', () => {
    for (const { craft } of categories) expect(isCraft(craft)).toBe(true);
    expect(categoryOf('honey')?.attributes.map(({ key }) => key)).toEqual(
      expect.arrayContaining(['storage', 'allergens', 'botanical_source']),
    );
    expect(attributeDefinition('storage')).toEqual({
      key: 'storage',
      type: 'enum',
      unit: null,
      values: ['ambient', 'cool', 'frozen'],
    });
    expect(attributeDefinition('constructor')).toBeUndefined();
  });
});
