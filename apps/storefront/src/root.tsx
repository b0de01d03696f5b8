import { directionOf, locales } from '@tiwizi/i18n';
import '@tiwizi/ui/styles.css';
import arabicFace from '@fontsource-variable/readex-pro/files/readex-pro-arabic-wght-normal.woff2?url';
import latinFace from '@fontsource-variable/readex-pro/files/readex-pro-latin-wght-normal.woff2?url';
import tifinaghFace from '@fontsource/tirra/files/tirra-tifinagh-400-normal.woff2?url';
import type { ReactNode } from 'react';
import { Links, Outlet, Scripts, ScrollRestoration, useLocation, useRouteLoaderData } from 'react-router';
import { app } from './app-context.js';
import { Announcer } from './features/frame/announcer.js';
import { ErrorPage } from './features/frame/error-page.js';
import { Frame } from './features/frame/frame.js';
import { useFocusOnArrival } from './features/frame/use-focus-on-arrival.js';
import './shop.css';
import { useNonce } from './nonce.js';
import { isPrivatePage, useLocale, withoutLocale } from './paths.js';
import { cartCount } from './server/cart.server.js';
import { cookieOf } from './server/cookies.server.js';
import { isTheme } from './theme.js';
import type { Route } from './+types/root';

export async function loader({ request, context }: Route.LoaderArgs) {
  const { account, publicUrl, isDemo } = app(context);
  const theme = cookieOf(request, 'tiwizi_theme');
  return {
    account: account && { name: account.name, roles: account.roles, cooperatives: account.cooperatives },
    cartCount: await cartCount(request, context),
    theme: isTheme(theme) ? theme : ('auto' as const),
    publicUrl,
    isDemo,
  };
}

const textFace = { fr: latinFace, en: latinFace, ar: arabicFace, zgh: tifinaghFace };

/** Around pages and error pages alike, so it may stand without the loader's data. */
export function Layout({ children }: { children: ReactNode }) {
  const locale = useLocale();
  const nonce = useNonce();
  const { pathname, search } = useLocation();
  const frame = useRouteLoaderData<typeof loader>('root');
  const publicUrl = frame?.publicUrl ?? '';
  const theme = frame?.theme ?? 'auto';
  const page = new URLSearchParams(search).get('page');
  const rest = withoutLocale(pathname) + (page && /^\d+$/.test(page) ? `?page=${page}` : '');
  useFocusOnArrival();
  return (
    <html lang={locale} dir={directionOf(locale)} data-theme={theme === 'auto' ? undefined : theme}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
        <meta name="color-scheme" content={theme === 'auto' ? 'light dark' : theme} />
        {isPrivatePage(pathname) ? <meta name="robots" content="noindex" /> : null}
        <link rel="canonical" href={`${publicUrl}/${locale}${rest}`} />
        {locales.map((other) => (
          <link key={other} rel="alternate" hrefLang={other} href={`${publicUrl}/${other}${rest}`} />
        ))}
        <link rel="alternate" hrefLang="x-default" href={`${publicUrl}/fr${rest}`} />
        <link rel="icon" type="image/svg+xml" href="/icon.svg" />
        <link rel="preload" as="font" type="font/woff2" crossOrigin="anonymous" href={textFace[locale]} />
        <Links nonce={nonce} />
      </head>
      <body>
        <Announcer>
          <Frame
            account={frame?.account ?? null}
            cartCount={frame?.cartCount ?? 0}
            theme={theme}
            isDemo={frame?.isDemo ?? false}
          >
            {children}
          </Frame>
        </Announcer>
        <ScrollRestoration nonce={nonce} />
        <Scripts nonce={nonce} />
      </body>
    </html>
  );
}

export default function Root() {
  return <Outlet />;
}

export function ErrorBoundary({ error }: Route.ErrorBoundaryProps) {
  return <ErrorPage error={error} />;
}
