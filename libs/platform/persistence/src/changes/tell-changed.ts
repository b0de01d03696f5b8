export const changeChannel = 'tiwizi_changes';
/** Stands for everything there is. */
export const everything = '*';

/** PostgreSQL carries fewer than 8000 bytes in one notice. */
const mostBytes = 7500;
/** Whoever changes more than this at once is understood faster when they say "everything". */
const mostTopics = 1000;

/** A transaction, or the database where the change is made already. */
interface Teller {
  query(text: string, params: unknown[]): Promise<unknown>;
}

/**
 * Says that these topics changed: to every process that listens, when the transaction commits and not otherwise.
 * A topic is a short word without spaces (see `topics` of the contracts).
 */
export async function tellChanged(tx: Teller, topics: readonly string[]): Promise<void> {
  const distinct = [...new Set(topics)];
  if (!distinct.length) return;
  const notices = distinct.length > mostTopics ? [everything] : noticesOf(distinct);
  await tx.query(`select pg_notify('${changeChannel}', notice) from unnest($1::text[]) as notice`, [notices]);
}

function noticesOf(topics: readonly string[]): string[] {
  const notices: string[] = [];
  let notice = '';
  for (const topic of topics) {
    if (notice && Buffer.byteLength(notice) + Buffer.byteLength(topic) >= mostBytes) {
      notices.push(notice);
      notice = '';
    }
    notice += notice ? ` ${topic}` : topic;
  }
  return [...notices, notice];
}

export const topicsOf = (notice: string): string[] => notice.split(' ');
