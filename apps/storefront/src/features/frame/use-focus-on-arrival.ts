import { useEffect, useRef } from 'react';
import { useLocation } from 'react-router';

/** A new page is announced by its title: focus goes to the `h1`. Filters change the query only, and move nothing. */
export function useFocusOnArrival(): void {
  const { pathname } = useLocation();
  const last = useRef(pathname);
  useEffect(() => {
    if (last.current === pathname) return;
    last.current = pathname;
    const title = document.querySelector<HTMLElement>('main [role="alert"][tabindex], main h1');
    if (!title) return;
    title.tabIndex = -1;
    title.focus({ preventScroll: true });
  }, [pathname]);
}
