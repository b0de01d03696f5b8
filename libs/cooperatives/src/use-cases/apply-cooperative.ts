import { Injectable } from '@nestjs/common';
import { InvalidInput } from '@tiwizi/errors';
import { Outbox } from '@tiwizi/events';
import type { SignedIn } from '@tiwizi/http';
import { pickText } from '@tiwizi/i18n';
import { IdentityApi } from '@tiwizi/identity';
import { AuditJournal, Database, lock, newId, type EntityManager } from '@tiwizi/persistence';
import { CooperativeChangedV1 } from '@tiwizi/contracts';
import { checkApplication, type CheckedApplication, type TypedApplication } from '../domain/application.js';
import { AlreadyApplied } from '../domain/cooperative-errors.js';
import { Cooperative } from '../domain/cooperative.js';
import { freeSlug } from '../persistence/free-slug.js';

@Injectable()
export class ApplyCooperative {
  constructor(
    private readonly database: Database,
    private readonly identity: IdentityApi,
    private readonly audit: AuditJournal,
    private readonly outbox: Outbox,
  ) {}

  /** The applicant becomes the president. A refused cooperative may ask again; any other register entry asks once. */
  async execute(applicant: SignedIn, typed: TypedApplication): Promise<{ id: string; slug: string }> {
    const application = checkApplication(typed);
    return this.database.transaction(async (tx) => {
      const { courtKey, localRegisterNumber, ice } = application;
      await lock(tx, `cooperatives/register/${courtKey}/${localRegisterNumber}`);
      await lock(tx, `cooperatives/ice/${ice}`);
      const regionId = await this.regionOf(tx, application.provinceId);
      const known = await tx.find(Cooperative, { where: [{ courtKey, localRegisterNumber }, { ice }] });
      const isOwn = (id: string) => applicant.cooperatives.some((cooperative) => cooperative.id === id);
      const [only] = known;
      if (known.length > 1 || (only && (!isOwn(only.id) || only.verification !== 'refused'))) {
        throw new AlreadyApplied();
      }
      if (only) only.applyAgain(application, regionId, new Date());
      const cooperative = only ?? (await this.found(tx, application, regionId, applicant));
      await tx.save(cooperative);
      await this.record(tx, cooperative, applicant, Boolean(only));
      return { id: cooperative.id, slug: cooperative.slug };
    });
  }

  private async found(
    tx: EntityManager,
    application: CheckedApplication,
    regionId: string,
    applicant: SignedIn,
  ): Promise<Cooperative> {
    const id = newId();
    const slug = await freeSlug(tx, application, id);
    return Cooperative.submit(application, { id, slug, regionId }, applicant, new Date());
  }

  private async regionOf(tx: EntityManager, provinceId: string): Promise<string> {
    const [province] = await tx.query<{ region_id: string }[]>(
      'select region_id from cooperatives.province where id = $1',
      [provinceId],
    );
    if (!province) throw new InvalidInput([{ path: 'provinceId', code: 'validation/not-one-of' }]);
    return province.region_id;
  }

  private async record(tx: EntityManager, cooperative: Cooperative, applicant: SignedIn, isAgain: boolean) {
    const { id, slug } = cooperative;
    const { text: name } = pickText(cooperative.name, applicant.locale);
    if (!isAgain) {
      await this.identity.grant(tx, {
        accountId: applicant.accountId,
        cooperative: { id, slug, name },
        role: 'president',
      });
    }
    await this.audit.record(tx, {
      action: isAgain ? 'cooperatives.applied-again' : 'cooperatives.applied',
      subject: `cooperative:${id}`,
      actor: applicant.accountId,
    });
    await this.outbox.publish(tx, CooperativeChangedV1, { cooperativeId: id, slug });
  }
}
