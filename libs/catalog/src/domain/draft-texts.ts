import type { ListingDraft } from '@tiwizi/contracts';
import { InvalidInput, type FieldError } from '@tiwizi/errors';
import { locales } from '@tiwizi/i18n';
import { cleanLine, cleanText, type CleanResult } from '@tiwizi/text';
import { attributeDefinition, categoryOf, type AttributeDefinition } from './categories.js';

type Attributes = NonNullable<ListingDraft['attributes']>;
type AttributeValue = Attributes[string];
type Texts = NonNullable<ListingDraft['title']>;

const longest = { title: 120, description: 5000, measure: 40, sku: 60, attribute: 500 };

/** What a cooperative typed, safe to keep: NFC, nothing hidden in it. Every fault is named at once, by its field. */
export function cleanDraft(draft: ListingDraft): ListingDraft {
  const errors: FieldError[] = [];
  const line = (path: string, text: string, most: number) => kept(cleanLine(text), path, most, errors);
  const { title, description, categoryId, attributes, variants } = draft;
  const clean: ListingDraft = {
    ...draft,
    ...(title && { title: texts(title, (locale, text) => line(`title.${locale}`, text, longest.title)) }),
    ...(description && {
      description: texts(description, (locale, text) =>
        kept(cleanText(text), `description.${locale}`, longest.description, errors),
      ),
    }),
    ...(attributes && { attributes: cleanAttributes(attributes, errors) }),
    ...(variants && {
      variants: variants.map(({ measure, sku, ...variant }, position) => {
        const size = measure && line(`variants.${position}.measure`, measure, longest.measure);
        // An empty reference is kept here: it takes the old one away.
        const reference = sku === undefined ? undefined : line(`variants.${position}.sku`, sku, longest.sku);
        return { ...variant, ...(size && { measure: size }), ...(reference !== undefined && { sku: reference }) };
      }),
    }),
  };
  if (categoryId && !categoryOf(categoryId)?.isLeaf) {
    errors.push({ path: 'categoryId', code: 'catalog/category-not-found' });
  }
  if (errors.length) throw new InvalidInput(errors);
  return clean;
}

const texts = (given: Texts, clean: (locale: string, text: string) => string): Texts =>
  Object.fromEntries(
    locales.flatMap((locale) => {
      const text = given[locale];
      return text === undefined ? [] : [[locale, clean(locale, text)]];
    }),
  );

function kept(result: CleanResult, path: string, most: number, errors: FieldError[]): string {
  if (!result.ok) errors.push({ path, code: result.code });
  else if (result.value.length > most) errors.push({ path, code: 'validation/too-long', params: { maximum: most } });
  else return result.value;
  return '';
}

function cleanAttributes(attributes: Attributes, errors: FieldError[]): Attributes {
  const clean: [string, AttributeValue][] = [];
  for (const [key, value] of Object.entries(attributes)) {
    const path = `attributes.${key}`;
    const definition = attributeDefinition(key);
    if (!definition) errors.push({ path: 'attributes', code: 'validation/not-one-of', params: { key } });
    else clean.push([key, cleanValue(definition, value, path, errors)]);
  }
  return Object.fromEntries(clean.filter(([, value]) => value !== '' && !(Array.isArray(value) && !value.length)));
}

function cleanValue(
  { type, values }: AttributeDefinition,
  value: AttributeValue,
  path: string,
  errors: FieldError[],
): AttributeValue {
  const text = (given: string) => kept(cleanLine(given), path, longest.attribute, errors);
  const refuse = (code: string): AttributeValue => {
    errors.push({ path, code });
    return '';
  };
  if (value === '') return '';
  switch (type) {
    case 'list':
      return Array.isArray(value) ? cleanList(value, path, errors) : refuse('validation/invalid');
    case 'boolean':
      return typeof value === 'boolean' ? value : refuse('validation/invalid');
    case 'integer':
      return Number.isSafeInteger(value) ? value : refuse('validation/not-integer');
    case 'number':
      return typeof value === 'number' ? value : refuse('validation/invalid');
    case 'enum':
      return typeof value === 'string' && values.includes(value) ? value : refuse('validation/not-one-of');
    case 'text':
      return typeof value === 'string' ? text(value) : refuse('validation/invalid');
  }
}

const cleanList = (items: readonly string[], path: string, errors: FieldError[]): string[] =>
  items
    .map((item, position) => kept(cleanLine(item), `${path}.${position}`, longest.attribute, errors))
    .filter(Boolean);
