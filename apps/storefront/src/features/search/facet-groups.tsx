import { Localized } from '@tiwizi/ui';
import { useState, type ReactNode } from 'react';
import { useTexts } from '../../i18n/use-texts.js';
import { useHydrated } from '../../use-hydrated.js';
import type { FacetNode } from './facet-tree.js';
import { plainWord } from './plain-word.js';

const shownAtOnce = 8;

/** A tree of boxes: what is inside a value is shown once it, or something in it, is chosen. */
export function FacetGroup({
  legend,
  nodes,
  canSearch,
}: {
  legend: ReactNode;
  nodes: readonly FacetNode[];
  canSearch?: boolean;
}) {
  const { say } = useTexts('search');
  const [sought, setSought] = useState('');
  const isHydrated = useHydrated();
  const isLong = nodes.length > shownAtOnce;
  const first = nodes.filter(({ isOpen }, position) => position < shownAtOnce || isOpen);
  const rest = nodes.filter((node) => !first.includes(node));
  const wanted = plainWord(sought);
  const show = (list: readonly FacetNode[]) => (
    <ul>
      {list.map((node) => (
        <FacetItem key={node.value} node={node} isHidden={!plainWord(node.label.text).includes(wanted)} />
      ))}
    </ul>
  );
  return (
    <fieldset className="facet">
      <legend>{legend}</legend>
      {canSearch && isLong && isHydrated ? <FacetSearch value={sought} onChange={setSought} /> : null}
      {show(first)}
      {rest.length ? (
        <details open={wanted !== '' || undefined}>
          <summary className="more">{say('showMore')}</summary>
          {show(rest)}
        </details>
      ) : null}
    </fieldset>
  );
}

/** Shortens the list before one's eyes. It has no name: it is no part of what the form asks. */
function FacetSearch({ value, onChange }: { value: string; onChange: (value: string) => void }) {
  const { t } = useTexts('search');
  return (
    <input
      className="input facet-search"
      type="search"
      value={value}
      maxLength={60}
      aria-label={t('facetSearch')}
      placeholder={t('facetSearch')}
      autoComplete="off"
      onChange={(event) => {
        event.stopPropagation();
        onChange(event.currentTarget.value);
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter') event.preventDefault();
      }}
    />
  );
}

function FacetItem({ node, isHidden }: { node: FacetNode; isHidden: boolean }) {
  return (
    <li hidden={isHidden && !node.isOpen}>
      <FacetCheck node={node} />
      {node.isOpen && node.children.length ? (
        <ul className="facet-inside">
          {node.children.map((child) => (
            <FacetItem key={child.value} node={child} isHidden={false} />
          ))}
        </ul>
      ) : null}
    </li>
  );
}

/** A value that finds nothing stays visible and cannot be ticked. */
export function FacetCheck({ node, children }: { node: Omit<FacetNode, 'children' | 'isOpen'>; children?: ReactNode }) {
  const { locale } = useTexts('search');
  const { name, value, label, count, isChosen } = node;
  return (
    <label className="check">
      <input type="checkbox" name={name} value={value} defaultChecked={isChosen} disabled={!count && !isChosen} />
      <span>{children ?? <Localized value={label} page={locale} />}</span>
      <span className="count figures">{count}</span>
    </label>
  );
}
