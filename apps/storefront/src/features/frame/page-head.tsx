import { useTexts } from '../../i18n/use-texts.js';

/** Title and description of a page; React lifts them into the head. */
export function PageHead({
  title,
  description,
  hasErrors,
}: {
  title: string;
  description?: string;
  hasErrors?: boolean;
}) {
  const { t } = useTexts('frame');
  return (
    <>
      <title>{`${hasErrors ? t('errorPrefix') : ''}${title} — Tiwizi`}</title>
      {description ? <meta name="description" content={description.slice(0, 300)} /> : null}
    </>
  );
}
