import pg from 'pg';

const mostNames = 500;
const names = new Map<string, string>();

/** One statement that reads or changes rows: its plan is worth keeping also without parameters. */
const oneStatement = /^\s*with\b/i;

/**
 * A statement with parameters is planned once per connection, not once per call: the texts are few and fixed, and
 * planning a statement over views of other contexts costs more than running it.
 */
export class PreparingClient extends pg.Client {
  override query(...args: unknown[]): never {
    const [text, values, callback] = args;
    const parameters = Array.isArray(values) ? values : [];
    const isPlain = typeof text === 'string' && (parameters.length > 0 || oneStatement.test(text));
    const name = isPlain ? nameOf(text) : undefined;
    const call = name ? [{ name, text, values: parameters }, callback] : args;
    return Reflect.apply(super.query, this, call) as never;
  }
}

/** Texts beyond the limit are made up as they go along, and are planned each time. */
function nameOf(text: string): string | undefined {
  const known = names.get(text);
  if (known || names.size >= mostNames) return known;
  const name = `tiwizi-${names.size + 1}`;
  names.set(text, name);
  return name;
}
