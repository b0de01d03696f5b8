import type { LocalizedText } from '@tiwizi/contracts';
import { directionOf } from '@tiwizi/i18n';
import {
  useId,
  type InputHTMLAttributes,
  type ReactNode,
  type SelectHTMLAttributes,
  type TextareaHTMLAttributes,
} from 'react';
import { Icon } from './icon.js';

interface FieldFrame {
  label: ReactNode;
  hint?: ReactNode;
  /** In whatever language it could be said. */
  error?: LocalizedText | undefined;
  unit?: ReactNode;
  /** The language of the label when it is not the page's (a text that waits for a reviewer). */
  labelLang?: string | undefined;
}

function useFieldIds(id: string | undefined, hint: ReactNode, error: LocalizedText | undefined) {
  const own = useId();
  const fieldId = id ?? own;
  const describedBy =
    [hint ? `${fieldId}-hint` : '', error ? `${fieldId}-error` : ''].filter(Boolean).join(' ') || undefined;
  return { fieldId, describedBy };
}

function Frame({
  fieldId,
  label,
  labelLang,
  hint,
  error,
  unit,
  children,
}: FieldFrame & { fieldId: string; children: ReactNode }) {
  return (
    <div className="field">
      <label htmlFor={fieldId} lang={labelLang}>
        {label}
      </label>
      {hint ? (
        <span className="hint" id={`${fieldId}-hint`}>
          {hint}
        </span>
      ) : null}
      {unit ? (
        <div className="with-unit">
          {children}
          <span className="unit">{unit}</span>
        </div>
      ) : (
        children
      )}
      <FieldError id={`${fieldId}-error`} text={error} />
    </div>
  );
}

export function FieldError({ id, text }: { id: string; text?: LocalizedText | undefined }) {
  if (!text) return null;
  return (
    <p className="field-error" id={id}>
      <Icon name="alert" />
      <span lang={text.locale} dir={directionOf(text.locale)}>
        {text.text}
      </span>
    </p>
  );
}

/** A labelled text input whose hint and error are tied to it. `id` is where the error summary's link leads. */
export function TextField({
  label,
  labelLang,
  hint,
  error,
  unit,
  id,
  ...input
}: FieldFrame & InputHTMLAttributes<HTMLInputElement>) {
  const { fieldId, describedBy } = useFieldIds(id, hint, error);
  return (
    <Frame fieldId={fieldId} label={label} labelLang={labelLang} hint={hint} error={error} unit={unit}>
      <input {...input} id={fieldId} aria-describedby={describedBy} aria-invalid={error ? true : undefined} />
    </Frame>
  );
}

export function TextArea({
  label,
  labelLang,
  hint,
  error,
  id,
  ...area
}: FieldFrame & TextareaHTMLAttributes<HTMLTextAreaElement>) {
  const { fieldId, describedBy } = useFieldIds(id, hint, error);
  return (
    <Frame fieldId={fieldId} label={label} labelLang={labelLang} hint={hint} error={error}>
      <textarea {...area} id={fieldId} aria-describedby={describedBy} aria-invalid={error ? true : undefined} />
    </Frame>
  );
}

export function Select({
  label,
  labelLang,
  hint,
  error,
  id,
  children,
  ...select
}: FieldFrame & SelectHTMLAttributes<HTMLSelectElement>) {
  const { fieldId, describedBy } = useFieldIds(id, hint, error);
  return (
    <Frame fieldId={fieldId} label={label} labelLang={labelLang} hint={hint} error={error}>
      <select {...select} id={fieldId} aria-describedby={describedBy} aria-invalid={error ? true : undefined}>
        {children}
      </select>
    </Frame>
  );
}
