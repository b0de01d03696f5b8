import { Injectable } from '@nestjs/common';
import type { MissedWords as Missed } from '@tiwizi/contracts';
import { civilDay } from '@tiwizi/i18n';
import { Scheduled, type ScheduledTask } from '@tiwizi/events';
import { Cursors, Database, type NamedStatement } from '@tiwizi/persistence';
import { westernDigits } from '@tiwizi/text';
import { wordsAsked } from '../engine/query-plan.js';
import { lightWord } from '../words/light-word.js';
import { isStopWord, wordsOf } from '../words/words.js';

export type Outcome = Missed['outcome'];

const longest = 80;
/** More different words in a day are somebody's machine: the list stays readable and small. */
const mostPerDay = 5000;
const daysKept = 90;
/** An address, a telephone number or a card number typed into the wrong field is nobody's business. */
const mayBePersonal = /@|\d[\d\s.-]{4,}\d/;

const count: NamedStatement = {
  name: 'search/count-missed',
  text: `
    insert into search.missed as missed (day, words, outcome, count)
    select $3::date, $1, $2, 1
    where (select count(*) from search.missed where day = $3::date) < ${mostPerDay}
       or exists (select from search.missed where day = $3::date and words = $1 and outcome = $2)
    on conflict (day, words, outcome) do update set count = missed.count + 1`,
};

/** The words of a question as they are counted; null where there is nothing to count. */
export function countable(q: string): string | null {
  // Telephone numbers are typed in Arabic and in wide digits too.
  if (mayBePersonal.test(westernDigits(q.normalize('NFKC')))) return null;
  const words = wordsOf(wordsAsked(q))
    .filter((word) => !isStopWord(word))
    .map(lightWord)
    .filter(Boolean)
    .join(' ');
  return words && words.length <= longest ? words : null;
}

/** What people looked for in vain: words by day, never who asked. */
@Injectable()
export class MissedWords {
  constructor(
    private readonly database: Database,
    private readonly cursors: Cursors,
  ) {}

  async count(q: string, outcome: Outcome): Promise<void> {
    const words = countable(q);
    if (words) await this.database.named(count, [words, outcome, civilDay(new Date())]);
  }

  /** Most asked first. */
  async list(filter: {
    days: number;
    outcome?: Outcome | undefined;
    cursor?: string | undefined;
    limit: number;
  }): Promise<{ items: Missed[]; nextCursor: string | null }> {
    const list = 'search/missed';
    const after = filter.cursor ? this.cursors.decode(list, filter.cursor) : null;
    const rows = await this.database.query<Missed>(
      `select words, outcome, sum(count)::int as count, max(day)::text as "lastOn"
       from search.missed
       where day > $7::date - $1::int and ($2::text is null or outcome = $2)
       group by words, outcome
       having $3::int is null or (-sum(count), words, outcome) > (-$3::int, $4::text, $5::text)
       order by sum(count) desc, words, outcome limit $6`,
      [filter.days, filter.outcome ?? null, ...(after ?? [null, null, null]), filter.limit + 1, civilDay(new Date())],
    );
    const items = rows.slice(0, filter.limit);
    const last = items.at(-1);
    const hasMore = rows.length > filter.limit;
    return {
      items,
      nextCursor: hasMore && last ? this.cursors.encode(list, [last.count, last.words, last.outcome]) : null,
    };
  }
}

@Scheduled()
export class ForgetMissedWords implements ScheduledTask {
  readonly name = 'search/forget-missed-words';
  readonly cron = '20 3 * * *';

  constructor(private readonly database: Database) {}

  async run(): Promise<void> {
    await this.database.query('delete from search.missed where day < $2::date - $1::int', [
      daysKept,
      civilDay(new Date()),
    ]);
  }
}
