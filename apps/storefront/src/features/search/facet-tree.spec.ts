import { facetTree, type FacetEntry, type FacetNode } from './facet-tree.js';

const entry = (value: string, parentId: string | null): FacetEntry => ({
  name: 'categorie',
  value,
  parentId,
  label: { locale: 'fr', text: value },
  count: 1,
});
const shape = (chosen: string[], ...entries: FacetEntry[]): string => {
  const show = (nodes: readonly FacetNode[]): string =>
    nodes.map((node) => `${node.value}${node.isOpen ? `(${show(node.children)})` : ''}`).join(' ');
  return show(facetTree(entries, ({ value }) => chosen.includes(value)));
};
const values = [entry('food', null), entry('hive', 'food'), entry('honey', 'hive'), entry('craft', null)];

describe('values of a facet that stand inside each other', () => {
  it('are closed until something in them is chosen', () => {
    expect(shape([], ...values)).toBe('food craft');
    expect(shape(['food'], ...values)).toBe('food(hive) craft');
    expect(shape(['honey'], ...values)).toBe('food(hive(honey())) craft');
  });

  it('are open when there is but one at the top, and none is lost without its parent', () => {
    expect(shape([], entry('hive', 'food'), entry('honey', 'hive'))).toBe('hive(honey)');
  });
});
