import { createContext, useContext } from 'react';

/** How the page was opened: `number` asks for another version than the link's own; `preview` is staff looking at this quote. */
export type Viewing = Readonly<{ number: string | null; preview: string | null }>;

export const ViewingContext = createContext<Viewing>({ number: null, preview: null });

export const useViewing = (): Viewing => useContext(ViewingContext);
