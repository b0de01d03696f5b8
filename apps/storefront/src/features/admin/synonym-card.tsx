import type { SynonymGroup } from '@tiwizi/contracts';
import { TextField } from '@tiwizi/ui';
import { Form } from 'react-router';
import { useTexts } from '../../i18n/use-texts.js';
import type { Refusal } from '../../server/refusal.server.js';
import { errorOf } from '../frame/error-summary.js';

interface SynonymCardProps {
  group: SynonymGroup & { changedText: string };
  refusal: Refusal | undefined;
  /** What was typed before it was refused. */
  typed: Record<string, string>;
}

/** Words for one thing. They are changed in place; the form opens by itself when a change was refused. */
export function SynonymCard({ group, refusal, typed }: SynonymCardProps) {
  const { t, say, langOf } = useTexts('admin');
  const { id, words, note, version, changedText } = group;
  const line = words.join(', ');
  return (
    <li className="panel stack">
      <ul className="synonym-words">
        {words.map((word) => (
          <li key={word}>
            <bdi>{word}</bdi>
          </li>
        ))}
      </ul>
      <p className="muted small">
        {note ? (
          <>
            <bdi>{note}</bdi>
            {' · '}
          </>
        ) : null}
        {say('search.changed', { date: changedText })}
      </p>
      <details open={refusal ? true : undefined}>
        <summary>{say('search.edit')}</summary>
        <Form method="post" className="stack">
          <input type="hidden" name="id" value={id} />
          <input type="hidden" name="version" value={version} />
          <TextField
            id={`words-${id}`}
            name="words"
            label={t('search.words')}
            labelLang={langOf('search.words')}
            error={errorOf(refusal, `words-${id}`)}
            defaultValue={typed['words'] ?? line}
            maxLength={1300}
            dir="auto"
            required
          />
          <TextField
            id={`note-${id}`}
            name="note"
            label={t('search.note')}
            labelLang={langOf('search.note')}
            error={errorOf(refusal, `note-${id}`)}
            defaultValue={typed['note'] ?? note}
            maxLength={500}
            dir="auto"
          />
          <p className="row">
            <button
              className="button button-main"
              name="intent"
              value="save"
              aria-label={t('search.saveOf', { words: line })}
            >
              {say('search.save')}
            </button>
            <button
              className="button button-danger"
              name="intent"
              value="remove"
              formNoValidate
              aria-label={t('search.removeOf', { words: line })}
            >
              {say('search.remove')}
            </button>
          </p>
        </Form>
      </details>
    </li>
  );
}
