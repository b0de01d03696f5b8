/** The questions of a new product, one a page; the words are in the address. */
export const listingSteps = ['photos', 'nom', 'prix', 'histoire', 'verifier'] as const;
export type ListingStep = (typeof listingSteps)[number];

export const isListingStep = (word: string | undefined): word is ListingStep =>
  listingSteps.some((step) => step === word);

export const stepAfter = (step: ListingStep): ListingStep => listingSteps[listingSteps.indexOf(step) + 1] ?? 'verifier';
export const stepBefore = (step: ListingStep): ListingStep | undefined => listingSteps[listingSteps.indexOf(step) - 1];
