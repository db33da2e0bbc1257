import { DoorOpen } from 'lucide-react';
import type { SittingId } from '../../../shared/kernel/ids';
import { go } from '../../app/routes';
import { Button } from '../../parts/Button';
import { EmptyState } from '../../parts/EmptyState';
import { roomTitle } from '../../text/preparation';
import { unheldText } from '../../text/unheld';

const text = unheldText.room;

/** A room whose list this machine does not hold: no roll is opened, and nothing says that nobody sits there. */
export function UnheldRoom({ sitting, name }: { readonly sitting: SittingId; readonly name: string }) {
  return (
    <EmptyState
      icon={DoorOpen}
      title={text.title(roomTitle(name))}
      action={<Button onPress={() => go({ path: 'salle', sitting, room: null })}>{text.choose}</Button>}
    >
      {text.say}
    </EmptyState>
  );
}
