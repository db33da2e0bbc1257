import {
  createContext,
  type ReactNode,
  useCallback,
  useContext,
  useEffect,
  useState,
  useSyncExternalStore,
} from 'react';
import { type Instant, instant } from '../../shared/kernel/instant';
import { type LiveCentres, type LiveCentresSource, liveCentres } from './liveCentres';

const Living = createContext<LiveCentresSource | null>(null);

/** Listens for as long as what is inside is on the screen. */
export function LiveProvider({ children }: { readonly children: ReactNode }) {
  const [source] = useState(liveCentres);
  return <Living.Provider value={source}>{children}</Living.Provider>;
}

export function useLive(): LiveCentres {
  const source = useContext(Living);
  if (!source) throw new Error('a screen was drawn outside LiveProvider');
  return useSyncExternalStore(source.subscribe, source.current);
}

/** How often what grows older by itself is drawn anew, in milliseconds. */
const turn = 10_000;

/** Headquarters' time, told anew every ten seconds. */
export function useNow(): Instant {
  const { ahead } = useLive();
  const read = useCallback(() => instant.of(Date.now() + ahead), [ahead]);
  const [now, setNow] = useState(read);
  useEffect(() => {
    setNow(read());
    const timer = setInterval(() => setNow(read()), turn);
    return () => clearInterval(timer);
  }, [read]);
  return now;
}
