/**
 * Names the way of a service, which no carrier takes: the option of a parcel of services, and who holds the cash that
 * was paid for it there.
 */
export const onSiteId = 'on-site';
