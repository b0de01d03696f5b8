export interface Rate {
  kind: 'commission' | 'vat-on-commission';
  /** `YYYY-MM-DD`, in Morocco's civil time. */
  validFrom: string;
  bps: number;
}

export interface Terms {
  commissionBps: number;
  vatOnCommissionBps: number;
}

/** The rates of a civil day: of each kind, the one that began last. */
export function termsOn(day: string, rates: readonly Rate[]): Terms {
  const rate = (kind: Rate['kind']): number => {
    const begun = rates.filter((one) => one.kind === kind && one.validFrom <= day);
    const last = begun.sort((a, b) => (a.validFrom < b.validFrom ? 1 : -1))[0];
    if (!last) throw new Error(`there is no rate of ${kind} on ${day}`);
    return last.bps;
  };
  return { commissionBps: rate('commission'), vatOnCommissionBps: rate('vat-on-commission') };
}
