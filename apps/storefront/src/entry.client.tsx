import { startTransition } from 'react';
import { hydrateRoot } from 'react-dom/client';
import { HydratedRouter } from 'react-router/dom';
import { loadTexts } from './i18n/texts.client.js';
import { TextsProvider } from './i18n/use-texts.js';
import { isDeskPage, localeOf } from './paths.js';

const { pathname } = window.location;
const texts = await loadTexts(localeOf(pathname), isDeskPage(pathname));
// In a transition: links and forms answer the finger while the page comes alive.
startTransition(() => {
  hydrateRoot(
    document,
    <TextsProvider value={texts}>
      <HydratedRouter />
    </TextsProvider>,
  );
});
