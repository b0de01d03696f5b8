/** The four lists of the orders page: their word in the address, their name in the API, their count. */
export const orderGroups = [
  { word: 'a-preparer', key: 'to-prepare', count: 'toPrepare' },
  { word: 'pretes', key: 'ready', count: 'ready' },
  { word: 'expediees', key: 'shipped', count: 'shipped' },
  { word: 'terminees', key: 'finished', count: 'finished' },
] as const;

export const groupOf = (word: string | null) => orderGroups.find((group) => group.word === word) ?? orderGroups[0];
