import type { ReactNode } from 'react';

/** A table wider than the screen scrolls in a region of its own, which the keyboard can reach. */
export function ScrollTable({ name, children }: { name: string; children: ReactNode }) {
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <section className="table-region scroll-table" tabIndex={0} aria-label={name}>
      <table className="table">{children}</table>
    </section>
  );
}
