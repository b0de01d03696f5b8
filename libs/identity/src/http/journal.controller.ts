import { Controller } from '@nestjs/common';
import { ReadJournal as ReadJournalEndpoint, type ResponseOf } from '@tiwizi/contracts';
import { CallerParam, Input, Route, type Caller, type InputOf } from '@tiwizi/http';
import { ReadJournal } from '../use-cases/read-journal.query.js';

@Controller()
export class JournalController {
  constructor(private readonly readJournal: ReadJournal) {}

  @Route(ReadJournalEndpoint)
  list(
    @Input() { query }: InputOf<typeof ReadJournalEndpoint>,
    @CallerParam() { locale }: Caller,
  ): Promise<ResponseOf<typeof ReadJournalEndpoint>> {
    return this.readJournal.execute(query, locale);
  }
}
