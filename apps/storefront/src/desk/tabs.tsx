import { useEffect, useId, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';

export interface Tab {
  readonly key: string;
  readonly label: ReactNode;
  readonly lang?: string;
  readonly panel: ReactNode;
}

/**
 * One panel at a time, all of them in the page: what is typed in a hidden one is kept and sent with the form.
 * Without scripts the style sheet shows every panel under its name.
 */
export function Tabs({ tabs, label, first }: { tabs: readonly Tab[]; label: string; first?: string }) {
  const [shown, setShown] = useState(first ?? tabs[0]?.key ?? '');
  const base = useId();
  const list = useRef<HTMLDivElement>(null);
  const set = useRef<HTMLDivElement>(null);

  // A link to a field behind another tab (an error, a moderator's remark) brings that tab to the front.
  useEffect(() => {
    const open = () => {
      const target = document.getElementById(decodeURIComponent(window.location.hash.slice(1)));
      const panel = target?.closest<HTMLElement>('[role=tabpanel]');
      if (!target || !panel?.dataset['tab'] || !set.current?.contains(panel)) return;
      setShown(panel.dataset['tab']);
      requestAnimationFrame(() => target.focus());
    };
    open();
    window.addEventListener('hashchange', open);
    return () => window.removeEventListener('hashchange', open);
  }, []);

  const move = (event: KeyboardEvent) => {
    const isMirrored = getComputedStyle(event.currentTarget).direction === 'rtl';
    const forward = isMirrored ? 'ArrowLeft' : 'ArrowRight';
    const backward = isMirrored ? 'ArrowRight' : 'ArrowLeft';
    const at = tabs.findIndex((tab) => tab.key === shown);
    const to =
      event.key === forward
        ? (at + 1) % tabs.length
        : event.key === backward
          ? (at - 1 + tabs.length) % tabs.length
          : event.key === 'Home'
            ? 0
            : event.key === 'End'
              ? tabs.length - 1
              : -1;
    const next = tabs[to];
    if (!next) return;
    event.preventDefault();
    setShown(next.key);
    list.current?.querySelectorAll<HTMLButtonElement>('[role=tab]')[to]?.focus();
  };

  return (
    <div className="tab-set" ref={set}>
      <div className="tabs" role="tablist" aria-label={label} ref={list}>
        {tabs.map((tab) => (
          <button
            key={tab.key}
            type="button"
            role="tab"
            id={`${base}-${tab.key}`}
            aria-controls={`${base}-${tab.key}-panel`}
            aria-selected={tab.key === shown}
            tabIndex={tab.key === shown ? 0 : -1}
            lang={tab.lang}
            onClick={() => setShown(tab.key)}
            onKeyDown={move}
          >
            {tab.label}
          </button>
        ))}
      </div>
      {tabs.map((tab) => (
        <div
          key={tab.key}
          role="tabpanel"
          className="tab-panel"
          data-tab={tab.key}
          id={`${base}-${tab.key}-panel`}
          aria-labelledby={`${base}-${tab.key}`}
          hidden={tab.key !== shown}
        >
          <p className="tab-name" aria-hidden="true">
            {tab.label}
          </p>
          {tab.panel}
        </div>
      ))}
    </div>
  );
}
