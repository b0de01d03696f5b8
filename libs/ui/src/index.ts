/**
 * @tiwizi/ui: the design system. Components know no page, no request and no sentence: every text comes in,
 * already in the reader's language. Styles use role tokens and logical properties only, so a component is
 * right in both directions and both themes without a second rule.
 */
export * from './components/icon.js';
export * from './components/text.js';
export * from './components/form.js';
export * from './components/messages.js';
