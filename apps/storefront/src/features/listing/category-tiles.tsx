import type { LocalizedText } from '@tiwizi/contracts';
import { Localized } from '@tiwizi/ui';
import { Link } from 'react-router';
import { useTexts } from '../../i18n/use-texts.js';
import { usePath } from '../../paths.js';

export interface CategoryTile {
  readonly slug: string;
  readonly name: LocalizedText;
  readonly picture: string;
}

export function CategoryTiles({
  categories,
  label,
  isFirst,
}: {
  categories: readonly CategoryTile[];
  label: string;
  isFirst?: boolean;
}) {
  const { locale } = useTexts('listing');
  const path = usePath();
  return (
    <nav aria-label={label}>
      <ul className="categories">
        {categories.map(({ slug, name, picture }) => (
          <li key={slug}>
            <Link to={path(`/c/${slug}`)}>
              <img src={picture} alt="" width={280} height={240} loading={isFirst ? 'eager' : 'lazy'} />
              <span>
                <Localized value={name} page={locale} />
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
