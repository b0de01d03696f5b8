/** Names of accounts as the ledger's lines carry them (reliability §5). */
export const accounts = {
  psp: (provider: string) => `psp:${provider}`,
  courier: (courierId: string) => `courier:${courierId}`,
  bank: 'bank:main',
  escrow: (subOrderId: string) => `escrow:${subOrderId}`,
  sellerPending: (cooperativeId: string) => `seller_pending:${cooperativeId}`,
  sellerAvailable: (cooperativeId: string) => `seller_available:${cooperativeId}`,
  sellerHeld: (cooperativeId: string) => `seller_held:${cooperativeId}`,
  sellerDebt: (cooperativeId: string) => `seller_debt:${cooperativeId}`,
  payoutInTransit: (cooperativeId: string) => `payout_in_transit:${cooperativeId}`,
  refundPayable: 'refund_payable',
  unappliedReceipts: (orderId: string) => `unapplied_receipts:${orderId}`,
  commissionIncome: 'commission_income',
  vatCommission: 'vat_commission',
  shippingPayable: (courierId: string) => `shipping_payable:${courierId}`,
} as const;
