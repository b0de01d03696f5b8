/** Line icons on a 24 px grid. An icon never stands alone without a name beside it or on its control. */
const shapes = {
  search: 'M10.5 4a6.5 6.5 0 100 13 6.5 6.5 0 000-13zM15.5 15.500L21 21',
  basket: 'M3.500 10h17l-1.800 9.200a1 1 0 01-1 .8H6.300a1 1 0 01-1-.8zM8 10l4-6 4 6M9.500 13.500v3M14.500 13.500v3',
  user: 'M12 4a4 4 0 100 8 4 4 0 000-8zM4.500 20.500c1-4.500 4-6 7.500-6s6.500 1.500 7.500 6',
  home: 'M4 20V11a8 8 0 0116 0v9zM9.500 20v-6a2.500 2.500 0 015 0v6',
  box: 'M4 8l8-4 8 4v8.500l-8 4-8-4zM4 8l8 4 8-4M12 12v8.500',
  truck:
    'M2.500 6.500H14v10H2.500zM14 10h4l3.500 3.500v3H14zM7 16a1.900 1.900 0 100 3.800A1.900 1.900 0 007 16zM17.500 16a1.900 1.900 0 100 3.800 1.900 1.900 0 000-3.800z',
  coin: 'M4.500 7c0-2 3.400-3.500 7.500-3.500S19.500 5 19.500 7 16.100 10.500 12 10.500 4.500 9 4.500 7zM4.500 7v5c0 2 3.400 3.500 7.500 3.500s7.500-1.500 7.500-3.500V7M4.500 12v5c0 2 3.400 3.500 7.500 3.500s7.500-1.500 7.500-3.500v-5',
  check: 'M5 12.500l4.800 4.800L19.500 7.500',
  alert: 'M12 3.500l9.500 17h-19zM12 10v4.500M12 17.300v.2',
  clock: 'M12 3.500a8.500 8.500 0 100 17 8.500 8.500 0 000-17zM12 7.500V12l3 2',
  camera:
    'M3 8h4.500l1.800-2.500h5.400L16.500 8H21v11.500H3zM12 9.800a3.600 3.600 0 100 7.200 3.600 3.600 0 000-7.200z',
  arrow: 'M5 12h14M13 6l6 6-6 6',
  next: 'M9 5l7 7-7 7',
  back: 'M15 5l-7 7 7 7',
  zoom: 'M10.500 4a6.500 6.500 0 100 13 6.500 6.500 0 000-13zM15.500 15.500L21 21M7.500 10.500h6M10.500 7.500v6',
  copy: 'M9 9h11v11H9zM5 15H4V4h11v1',
  message: 'M4 5h16v11H10l-5 4v-4H4z',
  leaf: 'M5 19c0-9 5-14 15-14 0 9-4 14-12 14M5 19c2-4 5-7 9-9',
  close: 'M6 6l12 12M18 6L6 18',
  globe:
    'M12 3.500a8.500 8.500 0 100 17 8.500 8.500 0 000-17zM3.500 12h17M12 3.500c5 5 5 12 0 17M12 3.500c-5 5-5 12 0 17',
  theme: 'M12 4a8 8 0 108 8 6 6 0 01-8-8z',
  help: 'M12 3.500a8.500 8.500 0 100 17 8.500 8.500 0 000-17zM9.500 9.500a2.500 2.500 0 115 0c0 2-2.500 2-2.500 4M12 16.800v.2',
  phone:
    'M6 3.500h3.500l1.500 4.500-2.200 1.600a12 12 0 005.600 5.600L16 13l4.500 1.500V18a2.500 2.500 0 01-2.500 2.500C10.500 20.500 3.500 13.500 3.500 6A2.500 2.500 0 016 3.500z',
  filter: 'M4 6h16M7 12h10M10 18h4',
  pen: 'M4 20l1-4L16.500 4.500l3 3L8 19zM14 7l3 3',
  card: 'M3 6h18v12H3zM3 10h18M6.500 14.500h4',
  mail: 'M3 6h18v12H3zM3 7l9 6.500L21 7',
  star: 'M12 3l2.600 6.400L21 12l-6.400 2.600L12 21l-2.600-6.400L3 12l6.400-2.600z',
  shield:
    'M12 3.500l7.500 3v5c0 4.500-3 7.500-7.500 9-4.500-1.500-7.500-4.500-7.500-9v-5zM8.500 12l2.500 2.500 4.500-5',
  pin: 'M12 21c-4-5-6.500-8-6.500-11a6.500 6.500 0 0113 0c0 3-2.500 6-6.500 11zM12 7.500a2.500 2.500 0 100 5 2.500 2.500 0 000-5z',
  undo: 'M4 9h10a5.500 5.500 0 010 11H8M4 9l4-4M4 9l4 4',
} as const;
export type IconName = keyof typeof shapes;

/** Arrows and the truck show a direction, so they mirror; the rest never does. */
const mirrored: readonly IconName[] = ['arrow', 'next', 'back', 'truck', 'undo'];

export function Icon({ name }: { name: IconName }) {
  return (
    <svg
      className={mirrored.includes(name) ? 'mirrors' : undefined}
      viewBox="0 0 24 24"
      aria-hidden="true"
      focusable="false"
    >
      <path
        d={shapes[name]}
        fill="none"
        stroke="currentColor"
        strokeWidth="2"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}

export function Logo() {
  return (
    <svg viewBox="0 0 48 48" aria-hidden="true" focusable="false">
      <path
        d="M12 3l12 12L36 3M12 45l12-12 12 12M3 12l12 12L3 36M45 12L33 24l12 12"
        fill="none"
        stroke="var(--saffron-400)"
        strokeWidth="3.4"
      />
      <path d="M24 18.400l5.600 5.600-5.600 5.600-5.600-5.600z" fill="var(--wool-50)" />
    </svg>
  );
}

export function Knot() {
  return (
    <svg viewBox="0 0 48 48" aria-hidden="true" focusable="false">
      <path d="M24 2l22 22-22 22L2 24z" fill="var(--terracotta-600)" />
      <path d="M24 10l14 14-14 14-14-14z" fill="var(--wool-50)" />
      <path d="M24 16l8 8-8 8-8-8z" fill="var(--indigo-700)" />
    </svg>
  );
}
