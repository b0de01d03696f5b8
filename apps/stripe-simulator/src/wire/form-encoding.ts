/** Stripe's request encoding: `metadata[order_id]=7`, `expand[0]=a`, `expand[]=a`, `created[gte]=1`. */
export type FormValue = string | FormValue[] | FormTree;
export interface FormTree {
  [name: string]: FormValue;
}

const deepest = 8;

/** Objects come without a prototype, so that a key named `__proto__` is only a key. */
export function parseForm(encoded: string): FormTree {
  const root = emptyTree();
  for (const [name, value] of new URLSearchParams(encoded)) {
    const path = pathOf(name.replaceAll('\0', ''));
    // PostgreSQL stores no NUL, and nobody means one.
    if (path.length <= deepest) place(root, path, value.replaceAll('\0', ''));
  }
  return withArrays(root) as FormTree;
}

function emptyTree(): FormTree {
  return Object.create(null) as FormTree;
}

/** `a[b][c]` → ['a', 'b', 'c'] */
function pathOf(name: string): string[] {
  const head = /^[^[]*/.exec(name)?.[0] ?? '';
  const rest = [...name.slice(head.length).matchAll(/\[([^\]]*)\]/g)].map((match) => match[1] ?? '');
  return [head, ...rest];
}

function place(root: FormTree, path: string[], value: string): void {
  let tree = root;
  path.forEach((step, depth) => {
    const key = step === '' && depth > 0 ? String(Object.keys(tree).length) : step;
    if (depth === path.length - 1) {
      tree[key] = value;
      return;
    }
    const next = tree[key];
    if (typeof next === 'object' && !Array.isArray(next)) tree = next;
    else tree = tree[key] = emptyTree();
  });
}

/** A tree whose keys count 0, 1, 2 … is a list. */
function withArrays(value: FormValue): FormValue {
  if (typeof value === 'string' || Array.isArray(value)) return value;
  const entries = Object.entries(value).map(([key, child]) => [key, withArrays(child)] as const);
  if (entries.length > 0 && entries.every(([key], index) => key === String(index)))
    return entries.map(([, child]) => child);
  const tree = emptyTree();
  for (const [key, child] of entries) tree[key] = child;
  return tree;
}
