import { Steps } from '@tiwizi/ui';
import { useTexts } from '../../i18n/use-texts.js';

const steps = ['delivery', 'payment', 'review'] as const;

export function CheckoutSteps({ current }: { current: (typeof steps)[number] }) {
  const { t, say } = useTexts('checkout');
  return (
    <nav aria-label={t('progress')}>
      <Steps
        steps={steps.map((step) => ({ key: step, label: say(`step-${step}`) }))}
        current={steps.indexOf(current)}
      />
    </nav>
  );
}
