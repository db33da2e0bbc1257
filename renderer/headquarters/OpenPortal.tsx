import { ExternalLink } from 'lucide-react';
import { usePorts } from '../app/ports';
import { Button } from '../parts/Button';
import { useTell } from '../parts/Toasts';
import { exchangeText } from '../text/exchange';

/** Leads to the page on which a network wants one to sign in, in the system's browser. */
export function OpenPortal() {
  const { bridge } = usePorts();
  const tell = useTell();
  async function open(): Promise<void> {
    const { outcome } = await bridge.openPortal();
    if (outcome === 'failed') tell({ text: exchangeText.portalFailed, tone: 'fault' });
  }
  return (
    <Button look="primary" icon={ExternalLink} onPress={() => void open()}>
      {exchangeText.portal}
    </Button>
  );
}
