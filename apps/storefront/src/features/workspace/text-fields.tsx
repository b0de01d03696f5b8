import type { LocalizedText } from '@tiwizi/contracts';
import { directionOf, type Locale } from '@tiwizi/i18n';
import { TextArea, TextField } from '@tiwizi/ui';
import { Tabs } from '../../desk/tabs.js';
import { useTexts } from '../../i18n/use-texts.js';
import { languageNames } from '../../language-names.js';
import { writtenLocales } from './listing.js';

export interface TextValues {
  (field: 'title' | 'description', locale: Locale): string;
}

export function TitleField({
  locale,
  value,
  error,
}: {
  locale: Locale;
  value: string;
  error: LocalizedText | undefined;
}) {
  const { say } = useTexts('workspace');
  return (
    <TextField
      id={`title-${locale}`}
      name={`title-${locale}`}
      label={say('field.title')}
      hint={say('field.titleHint')}
      lang={locale}
      dir={directionOf(locale)}
      maxLength={120}
      defaultValue={value}
      error={error}
    />
  );
}

export function StoryField({
  locale,
  value,
  error,
}: {
  locale: Locale;
  value: string;
  error: LocalizedText | undefined;
}) {
  const { say } = useTexts('workspace');
  return (
    <TextArea
      id={`description-${locale}`}
      name={`description-${locale}`}
      label={say('field.story')}
      hint={say('field.storyHint')}
      lang={locale}
      dir={directionOf(locale)}
      rows={7}
      maxLength={5000}
      defaultValue={value}
      error={error}
    />
  );
}

/** Name and story in each language; the tab says whether there is anything in it. */
export function LanguageTabs({
  values,
  first,
  errorOf,
}: {
  values: TextValues;
  first: Locale;
  errorOf: (field: string) => LocalizedText | undefined;
}) {
  const { t, say } = useTexts('workspace');
  return (
    <Tabs
      label={t('languages.label')}
      first={first}
      tabs={writtenLocales.map((locale) => {
        const isFilled = Boolean(values('title', locale));
        return {
          key: locale,
          label: (
            <>
              <span lang={locale}>{languageNames[locale]}</span>
              <span className={isFilled ? 'tab-state tab-filled' : 'tab-state'}>
                {say(isFilled ? 'languages.filled' : 'languages.empty')}
              </span>
            </>
          ),
          panel: (
            <div className="stack">
              <TitleField locale={locale} value={values('title', locale)} error={errorOf(`title-${locale}`)} />
              <StoryField
                locale={locale}
                value={values('description', locale)}
                error={errorOf(`description-${locale}`)}
              />
            </div>
          ),
        };
      })}
    />
  );
}
