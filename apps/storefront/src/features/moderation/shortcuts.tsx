import { useEffect, useRef } from 'react';
import { Form, useLocation, useNavigate } from 'react-router';
import { useTexts } from '../../i18n/use-texts.js';
import { usePath } from '../../paths.js';
import type { DecisionKind } from './file.js';

const decisionKeys: Record<string, DecisionKind> = { a: 'approve', c: 'request-change', r: 'reject' };

/** Single keys for whoever reads hundreds of cases a day; silent in fields, with modifiers, and when turned off. */
export function Shortcuts({
  isOn,
  next,
  previous,
}: {
  isOn: boolean;
  next?: string | undefined;
  previous?: string | undefined;
}) {
  const { say } = useTexts('moderation');
  const path = usePath();
  const navigate = useNavigate();
  const { pathname, search } = useLocation();
  const help = useRef<HTMLDetailsElement>(null);
  useEffect(() => {
    if (!isOn) return undefined;
    const press = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      const key = event.key.toLowerCase();
      const to = key === 'j' ? next : key === 'k' ? previous : undefined;
      const kind = decisionKeys[key];
      if (to) void navigate(path(`/admin/moderation/${to}`));
      else if (kind) document.querySelector<HTMLInputElement>(`input[name=kind][value=${kind}]`)?.click();
      else if (event.key === '?' && help.current) help.current.open = !help.current.open;
      else return;
      event.preventDefault();
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, [isOn, next, previous, navigate, path]);
  return (
    <details className="shortcuts" ref={help}>
      <summary>{say('keys.title')}</summary>
      <dl>
        <dt>
          <kbd>J</kbd> <kbd>K</kbd>
        </dt>
        <dd>{say('keys.move')}</dd>
        <dt>
          <kbd>A</kbd> <kbd>C</kbd> <kbd>R</kbd>
        </dt>
        <dd>{say('keys.decide')}</dd>
        <dt>
          <kbd>?</kbd>
        </dt>
        <dd>{say('keys.help')}</dd>
      </dl>
      <Form method="post" action={path('/admin/moderation')}>
        <input type="hidden" name="back" value={pathname + search} />
        <button className="button button-line" name="keys" value={isOn ? 'off' : 'on'}>
          {say(isOn ? 'keys.turnOff' : 'keys.turnOn')}
        </button>
      </Form>
    </details>
  );
}

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || ['TEXTAREA', 'SELECT'].includes(target.tagName)) return true;
  return target instanceof HTMLInputElement && !['radio', 'checkbox', 'button', 'submit'].includes(target.type);
}
