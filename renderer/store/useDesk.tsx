import { createContext, type ReactNode, useContext } from 'react';
import { useStore } from 'zustand';
import type { CentreDesk, CentreStore } from './centreStore';

const Desk = createContext<CentreDesk | null>(null);

export function DeskProvider({ desk, children }: { desk: CentreDesk; children: ReactNode }) {
  return <Desk.Provider value={desk}>{children}</Desk.Provider>;
}

/** The desk's verbs: `say`, `refusalOf`, `rulesInTheWay`, `act`. */
export function useDesk(): CentreDesk {
  const desk = useContext(Desk);
  if (!desk) throw new Error('a screen was drawn outside DeskProvider');
  return desk;
}

/** A part of the desk's store; the screen is drawn again when it changes. */
export function useCentre<T>(select: (store: CentreStore) => T): T {
  return useStore(useDesk().store, select);
}
