import { Note } from '@tiwizi/ui';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useNavigation } from 'react-router';
import { useAnnounce } from './announcer.js';
import { useTexts } from '../../i18n/use-texts.js';
import { forgetDraft, readDraft, writeDraft, type KeptFor } from './drafts.js';

const restMs = 500;
const neverKept = ['intent', 'revision', 'key'];

/**
 * Stands inside a form. What is typed stays in the phone within a second, and goes only once the server has it: a
 * call, a dead zone or an empty battery cost nothing. Without network the form waits instead of failing.
 */
export function KeptOnPhone({
  name,
  isRefused,
  keptFor = 'owner',
}: {
  name: string;
  isRefused: boolean;
  keptFor?: KeptFor;
}) {
  const { say, t } = useTexts('frame');
  const offline = t('kept.offline');
  const mark = useRef<HTMLDivElement>(null);
  const [kept, setKept] = useState<Record<string, string> | null>(null);
  const announce = useAnnounce();
  const forget = useCallback(() => forgetDraft(name, keptFor), [name, keptFor]);

  useEffect(() => {
    const form = mark.current?.closest('form');
    if (!form) return undefined;
    const before = readDraft(name, keptFor);
    if (before && isDifferent(before, valuesOf(form))) setKept(before);
    let timer: ReturnType<typeof setTimeout> | undefined;
    const keep = () => {
      clearTimeout(timer);
      timer = setTimeout(() => writeDraft(name, keptFor, valuesOf(form)), restMs);
    };
    const wait = (event: SubmitEvent) => {
      clearTimeout(timer);
      if (navigator.onLine) return;
      // Before the router hears of it: a request that cannot leave would replace the page by an error.
      event.preventDefault();
      event.stopImmediatePropagation();
      writeDraft(name, keptFor, valuesOf(form));
      announce({ text: offline });
    };
    form.addEventListener('input', keep);
    window.addEventListener('submit', wait, true);
    return () => {
      clearTimeout(timer);
      form.removeEventListener('input', keep);
      window.removeEventListener('submit', wait, true);
    };
  }, [name, keptFor, announce, offline]);
  useForgetOnceSaved(forget, isRefused);

  return (
    <div ref={mark} className="kept">
      {kept ? (
        <Note tone="info" icon="pen" live="polite">
          <p>{say('kept.found')}</p>
          <p className="row">
            <button
              type="button"
              className="button button-line"
              onClick={() => {
                const form = mark.current?.closest('form');
                if (form) fill(form, kept);
                setKept(null);
              }}
            >
              {say('kept.take')}
            </button>
            <button
              type="button"
              className="button button-quiet"
              onClick={() => {
                forget();
                setKept(null);
              }}
            >
              {say('kept.forget')}
            </button>
          </p>
        </Note>
      ) : null}
    </div>
  );
}

/** Only an answer without a refusal proves that the server has what was typed. */
function useForgetOnceSaved(forget: () => void, isRefused: boolean): void {
  const { state, formMethod } = useNavigation();
  const wasSent = useRef(false);
  useEffect(() => {
    if (state !== 'idle' && formMethod === 'POST') wasSent.current = true;
    if (state !== 'idle' || !wasSent.current) return;
    wasSent.current = false;
    if (!isRefused) forget();
  }, [state, formMethod, isRefused, forget]);
  // The next question took this one's place: its answer was saved.
  useEffect(() => () => (wasSent.current ? forget() : undefined), [forget]);
}

const valuesOf = (form: HTMLFormElement): Record<string, string> =>
  Object.fromEntries(
    [...new FormData(form)].flatMap(([name, value]) =>
      typeof value === 'string' && !neverKept.includes(name) ? [[name, value]] : [],
    ),
  );

const isDifferent = (kept: Record<string, string>, shown: Record<string, string>): boolean =>
  Object.entries(kept).some(([name, value]) => value !== '' && value !== shown[name]);

function fill(form: HTMLFormElement, kept: Record<string, string>): void {
  for (const [name, value] of Object.entries(kept)) {
    const control = form.elements.namedItem(name);
    if (control instanceof RadioNodeList) control.value = value;
    else if (control instanceof HTMLSelectElement) choose(control, value);
    else if (control instanceof HTMLInputElement && /^(radio|checkbox)$/.test(control.type))
      control.checked = control.value === value;
    else if (control instanceof HTMLInputElement || control instanceof HTMLTextAreaElement) type(control, value);
  }
}

function choose(control: HTMLSelectElement, value: string): void {
  control.value = value;
  control.dispatchEvent(new Event('change', { bubbles: true }));
}

/** Through the element's own setter and an event: fields that React watches must hear of it too. */
function type(control: HTMLInputElement | HTMLTextAreaElement, value: string): void {
  const prototype = control instanceof HTMLInputElement ? HTMLInputElement.prototype : HTMLTextAreaElement.prototype;
  Object.getOwnPropertyDescriptor(prototype, 'value')?.set?.call(control, value);
  control.dispatchEvent(new Event('input', { bubbles: true }));
}
