import { Controller } from '@nestjs/common';
import { ReadJournal, type ResponseOf } from '@tiwizi/contracts';
import { Input, Route, type InputOf } from '@tiwizi/http';
import { AuditJournal } from '@tiwizi/persistence';

const pageSize = 50;

@Controller()
export class JournalController {
  constructor(private readonly journal: AuditJournal) {}

  @Route(ReadJournal)
  list(@Input() { query }: InputOf<typeof ReadJournal>): Promise<ResponseOf<typeof ReadJournal>> {
    return this.journal.list({ ...query, limit: query.limit ?? pageSize });
  }
}
