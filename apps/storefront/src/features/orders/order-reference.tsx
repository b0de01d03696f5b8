import { Icon } from '@tiwizi/ui';
import { useTexts } from '../../i18n/use-texts.js';
import { useHydrated } from '../../use-hydrated.js';
import { useAnnounce } from '../frame/announcer.js';

/** Large and spaced, to be read over the telephone. */
export function OrderReference({ number }: { number: string }) {
  const { t, say } = useTexts('orders');
  const announce = useAnnounce();
  const canCopy = useHydrated() && Boolean(navigator.clipboard);
  const copy = () =>
    void navigator.clipboard.writeText(number).then(
      () => announce({ text: t('copied') }),
      () => undefined,
    );
  return (
    <div className="order-reference">
      <span className="muted small">{say('reference')}</span>
      <bdi className="figures" dir="ltr">
        {number}
      </bdi>
      {canCopy ? (
        <button className="button button-line" type="button" onClick={copy}>
          <Icon name="copy" />
          {say('copy')}
        </button>
      ) : null}
    </div>
  );
}
