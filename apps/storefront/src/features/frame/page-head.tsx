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
  const named = t('pageTitle', { title });
  return (
    <>
      <title>{hasErrors ? t('errorTitle', { title: named }) : named}</title>
      {description ? <meta name="description" content={description.slice(0, 300)} /> : null}
    </>
  );
}
