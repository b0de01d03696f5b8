import { Icon } from '@tiwizi/ui';
import { useTexts } from '../../i18n/use-texts.js';
import { formId } from './filter-form.js';
import { sorts, sortWord, type Filters } from './filters.js';

/** Opens the sheet on a phone. */
export function FilterButton({ count }: { count: number }) {
  const { say } = useTexts('search');
  return (
    <button className="button button-line filter-button" type="button" popoverTarget="filter-sheet">
      <Icon name="filter" />
      {count ? say('filterCount', { n: count }) : say('filter')}
    </button>
  );
}

export function SortField({ filters }: { filters: Filters }) {
  const { t, say } = useTexts('search');
  // From nowhere nothing is near.
  const offered = sorts.filter((sort) => sort !== 'nearest' || filters.near || filters.sort === 'nearest');
  return (
    <label className="sort">
      <span>{say('sort')}</span>
      <select
        className="input"
        name="tri"
        form={formId}
        key={filters.sort}
        defaultValue={sortWord(filters.sort)}
        onChange={(event) => event.currentTarget.form?.requestSubmit()}
      >
        {offered.map((sort) => (
          <option key={sort} value={sortWord(sort)}>
            {t(`sort-${sort}`)}
          </option>
        ))}
      </select>
    </label>
  );
}
