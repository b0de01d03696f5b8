import { Controller } from '@nestjs/common';
import { ReadMailbox, type ResponseOf } from '@tiwizi/contracts';
import { Input, Route, type InputOf } from '@tiwizi/http';
import { ReadMailboxQuery } from '../use-cases/read-mailbox.query.js';

@Controller()
export class MailboxController {
  constructor(private readonly mailbox: ReadMailboxQuery) {}

  @Route(ReadMailbox)
  read(@Input() { query }: InputOf<typeof ReadMailbox>): Promise<ResponseOf<typeof ReadMailbox>> {
    return this.mailbox.execute(query.to, query.limit);
  }
}
