import { Controller } from '@nestjs/common';
import * as contracts from '@tiwizi/contracts';
import type { ResponseOf, SynonymGroup } from '@tiwizi/contracts';
import { actorOf, CallerParam, Input, Route, type Caller, type InputOf } from '@tiwizi/http';
import { MissedWords } from '../missed/missed-words.js';
import { AddSynonyms } from '../synonyms/add-synonyms.js';
import { ChangeSynonyms } from '../synonyms/change-synonyms.js';
import { ListSynonymsQuery } from '../synonyms/list-synonyms.query.js';
import { RemoveSynonyms } from '../synonyms/remove-synonyms.js';

const pageSize = 50;
const usualDays = 7;

@Controller()
export class SearchAdminController {
  constructor(
    private readonly listSynonyms: ListSynonymsQuery,
    private readonly addSynonyms: AddSynonyms,
    private readonly changeSynonyms: ChangeSynonyms,
    private readonly removeSynonyms: RemoveSynonyms,
    private readonly missedWords: MissedWords,
  ) {}

  @Route(contracts.ListSynonyms)
  synonyms(
    @Input() { query }: InputOf<typeof contracts.ListSynonyms>,
  ): Promise<ResponseOf<typeof contracts.ListSynonyms>> {
    return this.listSynonyms.execute({ ...query, limit: query.limit ?? pageSize });
  }

  @Route(contracts.AddSynonyms)
  add(@CallerParam() caller: Caller, @Input() { body }: InputOf<typeof contracts.AddSynonyms>): Promise<SynonymGroup> {
    return this.addSynonyms.execute(actorOf(caller), body);
  }

  @Route(contracts.ChangeSynonyms)
  change(
    @CallerParam() caller: Caller,
    @Input() { params, body }: InputOf<typeof contracts.ChangeSynonyms>,
  ): Promise<SynonymGroup> {
    return this.changeSynonyms.execute(actorOf(caller), params.id, body);
  }

  @Route(contracts.RemoveSynonyms)
  async remove(
    @CallerParam() caller: Caller,
    @Input() { params }: InputOf<typeof contracts.RemoveSynonyms>,
  ): Promise<ResponseOf<typeof contracts.RemoveSynonyms>> {
    await this.removeSynonyms.execute(actorOf(caller), params.id);
    return {};
  }

  @Route(contracts.ListMissedWords)
  missed(
    @Input() { query }: InputOf<typeof contracts.ListMissedWords>,
  ): Promise<ResponseOf<typeof contracts.ListMissedWords>> {
    return this.missedWords.list({ ...query, days: query.days ?? usualDays, limit: query.limit ?? pageSize });
  }
}
