import { newId } from '@tiwizi/persistence';
import { checkedDecision, type WantedDecision } from './decision.js';
import { ModerationCase } from './moderation-case.js';
import { ClaimedByOther, OwnCooperative, VersionChanged } from './moderation-errors.js';

const cooperativeId = newId();
const salma = { accountId: newId(), name: 'Salma', cooperatives: [] };
const driss = { accountId: newId(), name: 'Driss', cooperatives: [] };
const waiting = (isOvertaken = false) =>
  ModerationCase.open(
    {
      changeSetId: newId(),
      productId: newId(),
      cooperativeId,
      version: 3,
      live: null,
      title: { fr: 'Miel' },
      signals: [],
      submittedAt: new Date(),
      sellerLocale: 'fr',
    },
    isOvertaken,
  );
const approval: WantedDecision = { kind: 'approve', version: 3 };
const minutes = (count: number) => new Date(Date.now() + count * 60_000);

describe('a case', () => {
  it('is decided once, for the version that was read', () => {
    const one = waiting();
    expect(() => one.decide({ ...approval, version: 2 }, salma, 'fr')).toThrow(VersionChanged);
    expect(one.decide(approval, salma, 'fr')).toMatchObject({ caseId: one.id, decidedByName: 'Salma', reasons: [] });
    expect(one.status).toBe('decided');
    expect(() => one.decide(approval, driss, 'fr')).toThrow(VersionChanged);
    one.supersede();
    expect(one.status).toBe('decided');
  });

  it('is closed to claims and decisions once overtaken', () => {
    const [late, old] = [waiting(true), waiting()];
    old.supersede();
    for (const one of [late, old]) {
      expect(one.status).toBe('superseded');
      expect(() => one.claim(salma, 'fr')).toThrow(VersionChanged);
      expect(() => one.decide(approval, salma, 'fr')).toThrow(VersionChanged);
    }
  });

  it('belongs for fifteen minutes to whoever took it', () => {
    const one = waiting();
    one.claim(salma, 'fr');
    expect(() => one.claim(driss, 'fr', minutes(14))).toThrow(ClaimedByOther);
    expect(() => one.decide(approval, driss, 'fr', minutes(14))).toThrow(ClaimedByOther);
    one.claim(salma, 'fr', minutes(14));
    expect(() => one.claim(driss, 'fr', minutes(16))).toThrow(ClaimedByOther);
    one.claim(driss, 'fr', minutes(30));
    expect(one.claimedByName).toBe('Driss');
  });

  it('MOD-8: is decided by nobody of its own cooperative', () => {
    const own = { ...salma, cooperatives: [{ id: cooperativeId }] };
    expect(() => waiting().decide(approval, own, 'fr')).toThrow(OwnCooperative);
    expect(() => waiting().claim(own, 'fr')).toThrow(OwnCooperative);
  });
});

describe('MOD-1: a decision', () => {
  const faultsOf = (wanted: Partial<WantedDecision>): unknown => {
    try {
      return checkedDecision({ ...approval, ...wanted });
    } catch (error) {
      return (error as { errors?: { path: string; code: string }[] }).errors?.map(({ code }) => code);
    }
  };

  it('needs nothing to accept', () => {
    expect(faultsOf({})).toMatchObject(approval);
  });

  it.each(['request-change', 'reject'] as const)('to %s needs a reason and the field', (kind) => {
    expect(faultsOf({ kind })).toEqual(['moderation/reason-required', 'moderation/field-required']);
    expect(faultsOf({ kind, reasons: [], field: 'title' })).toEqual(['moderation/reason-required']);
    expect(faultsOf({ kind, reasons: ['photo'], field: 'photos' })).toMatchObject({ kind, reasons: ['photo'] });
  });

  it('for another reason needs a message, and a message hides nothing', () => {
    const other = { kind: 'reject' as const, reasons: ['other' as const], field: 'title' as const };
    expect(faultsOf(other)).toEqual(['moderation/message-required']);
    expect(faultsOf({ ...other, message: '  \n ' })).toEqual(['moderation/message-required']);
    expect(faultsOf({ ...other, message: 'abc\u202edef' })).toEqual(['text/direction-controls']);
    expect(faultsOf({ ...other, message: ' Titre trompeur. ' })).toMatchObject({ message: 'Titre trompeur.' });
  });
});
