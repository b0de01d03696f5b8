import type { LocalizedText } from '@tiwizi/contracts';
import { FieldError, Localized } from '@tiwizi/ui';
import { useTexts } from '../../i18n/use-texts.js';

interface CategoryCard {
  readonly id: string;
  readonly name: LocalizedText;
  readonly picture: string;
}
export interface CategoryFamily extends CategoryCard {
  readonly kinds: readonly CategoryCard[];
}

/** Drawings first: touching a family opens it, touching a kind chooses it. Opening and choosing need no script. */
export function CategoryChoice({
  families,
  chosen,
  error,
}: {
  families: readonly CategoryFamily[];
  chosen: string | undefined;
  error: LocalizedText | undefined;
}) {
  const { locale, say, t } = useTexts('workspace');
  const kind = families.flatMap(({ kinds }) => kinds).find(({ id }) => id === chosen);
  const choice = (
    <div
      className="families"
      role="radiogroup"
      aria-label={t('field.category')}
      aria-describedby={error ? 'category-error' : undefined}
    >
      {families.map((family) => (
        <Family key={family.id} family={family} chosen={chosen} />
      ))}
    </div>
  );
  return (
    <div className="field" id="category" tabIndex={-1}>
      <p className="field-label" id="category-label">
        {say('field.category')}
      </p>
      <p className="hint">{say('field.categoryHint')}</p>
      <FieldError id="category-error" text={error} />
      {kind && !error ? (
        // Answered already: the drawings stand back, so that what follows is not screens away.
        <details className="chosen-category">
          <summary>
            <img src={kind.picture} alt="" width={120} height={96} loading="lazy" />
            <Localized value={kind.name} page={locale} />
            <span className="more">{say('change')}</span>
          </summary>
          {choice}
        </details>
      ) : (
        choice
      )}
    </div>
  );
}

function Family({ family, chosen }: { family: CategoryFamily; chosen: string | undefined }) {
  const { locale } = useTexts('workspace');
  return (
    <details name="family" open={family.kinds.some(({ id }) => id === chosen)}>
      <summary>
        <img src={family.picture} alt="" width={120} height={96} loading="lazy" />
        <Localized value={family.name} page={locale} />
      </summary>
      <div className="kinds">
        {family.kinds.map((kind) => (
          <label key={kind.id} className="craft-kind">
            <input type="radio" name="categoryId" value={kind.id} defaultChecked={kind.id === chosen} />
            <img src={kind.picture} alt="" width={120} height={96} loading="lazy" />
            <Localized value={kind.name} page={locale} />
          </label>
        ))}
      </div>
    </details>
  );
}
