import { createContext, useContext } from 'react';

const NonceContext = createContext<string | undefined>(undefined);
export const NonceProvider = NonceContext.Provider;

/** Known while the server renders; browsers hide it afterwards, so elements that carry it ignore the difference. */
export const useNonce = (): string | undefined => useContext(NonceContext);
