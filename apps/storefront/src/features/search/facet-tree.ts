import type { FacetValue } from '@tiwizi/contracts';

export interface FacetNode extends FacetValue {
  /** Which facet its box belongs to: places are regions above and provinces below. */
  readonly name: string;
  readonly children: readonly FacetNode[];
  readonly isChosen: boolean;
  /** Chosen, or something below it is: what is below is shown. */
  readonly isOpen: boolean;
}

export interface FacetEntry extends FacetValue {
  readonly name: string;
  readonly parentId: string | null;
}

/** Values as the tree they are. One whose parent is not among them stands at the top. */
export function facetTree(entries: readonly FacetEntry[], chosen: (entry: FacetEntry) => boolean): FacetNode[] {
  const known = new Set(entries.map(({ value }) => value));
  const below = (parent: string | null): FacetNode[] =>
    entries
      .filter(({ parentId }) => (parentId && known.has(parentId) ? parentId : null) === parent)
      .map((entry) => {
        const children = below(entry.value);
        const isChosen = chosen(entry);
        return { ...entry, children, isChosen, isOpen: isChosen || children.some(({ isOpen }) => isOpen) };
      });
  const top = below(null);
  // A single root has nothing to choose from but what is in it.
  return top.length === 1 ? top.map((node) => ({ ...node, isOpen: true })) : top;
}
