import { useEffect, useState } from 'react';
import type { PairingOfferState } from '../../../shared/bridge/pairing';
import { usePorts } from '../../app/ports';

/** The machine that is awaited here, as the main process tells it; null while there is none. */
export function usePairing(): PairingOfferState | null {
  const { bridge } = usePorts();
  const [offer, setOffer] = useState<PairingOfferState | null>(null);
  useEffect(() => bridge.on.pairingChanged(setOffer), [bridge]);
  return offer;
}
