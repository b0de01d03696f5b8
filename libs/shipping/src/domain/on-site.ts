/** Names the way of a service, which no carrier takes: the option of a parcel of services, and its shipment's carrier. */
export const onSiteId = 'on-site';
