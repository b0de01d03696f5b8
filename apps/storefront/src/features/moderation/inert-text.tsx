import { directionOf, type Locale } from '@tiwizi/i18n';
import { useTexts } from '../../i18n/use-texts.js';
import type { Piece } from './word-diff.js';

/** Signs that turn, join or hide letters: a moderator must see them, because a buyer cannot. */
const hiddenSigns = /([\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff])/;

/** MOD-10: text as characters only; nothing in it is followed, loaded or obeyed. */
export function InertText({ text }: { text: string }) {
  return (
    <>
      {text.split(hiddenSigns).map((part, index) =>
        index % 2 ? (
          <code key={`${index}-sign`} className="hidden-sign" dir="ltr">
            U+{part.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}
          </code>
        ) : (
          part
        ),
      )}
    </>
  );
}

/** MOD-2: colour, sign and hidden word together. */
export function DiffText({ pieces, locale }: { pieces: readonly Piece[]; locale: Locale | null }) {
  const { t } = useTexts('moderation');
  return (
    <p className="diff" lang={locale ?? undefined} dir={locale ? directionOf(locale) : undefined}>
      {pieces.map(({ kind, text }, index) => {
        if (kind === 'same') return <InertText key={index} text={text} />;
        const Tag = kind === 'added' ? 'ins' : 'del';
        return (
          <Tag key={index}>
            <span aria-hidden="true">{kind === 'added' ? '+ ' : '− '}</span>
            <span className="visually-hidden">{t(`diff.${kind}`)} </span>
            <InertText text={text} />
          </Tag>
        );
      })}
    </p>
  );
}
