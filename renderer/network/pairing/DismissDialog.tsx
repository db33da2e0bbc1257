import type { DeviceId } from '../../../shared/journal/launch';
import { usePorts } from '../../app/ports';
import { useSay } from '../../app/useSay';
import { ReasonDialog } from '../../parts/ReasonDialog';
import { pairingText } from '../../text/pairing';
import { dismissing } from './admitting';

const words = pairingText.dismiss;

/** Shuts a machine out that was lost, stolen or taken away: what it wrote up to now stays, nothing later counts. */
export function DismissDialog(props: { readonly device: DeviceId; readonly name: string; onClose(): void }) {
  const { device, name, onClose } = props;
  const { bridge } = usePorts();
  const say = useSay();
  async function dismiss(reason: string): Promise<boolean> {
    const cutOff = await bridge.endsOfDevice({ device });
    return say([dismissing(device, reason, cutOff)], words.done(name));
  }
  return (
    <ReasonDialog
      title={words.title(name)}
      say={words.say}
      reason={words.reason}
      hint={words.hint}
      missing={words.missing}
      confirm={words.confirm}
      danger
      onConfirm={dismiss}
      onClose={onClose}
    />
  );
}
