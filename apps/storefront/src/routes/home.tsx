import { PageHead } from '../features/frame/page-head.js';
import { useTexts } from '../i18n/use-texts.js';

export default function Home() {
  const { t, say } = useTexts('frame');
  return (
    <div className="wrap page">
      <PageHead title={t('home')} />
      <h1>{say('home')}</h1>
    </div>
  );
}
