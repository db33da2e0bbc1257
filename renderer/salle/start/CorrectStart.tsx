import { Clock } from 'lucide-react';
import { useState } from 'react';
import type { PaperId } from '../../../shared/kernel/ids';
import { Button } from '../../parts/Button';
import { startText } from '../../text/salleStart';
import { useRoom } from '../room/RoomContext';
import { StartDialog } from './StartDialog';

/** The way to change a start that is on the board; nothing before there is one, nor once the report is closed. */
export function CorrectStart({ paper }: { readonly paper: PaperId }) {
  const { view, readOnly } = useRoom();
  const [open, setOpen] = useState(false);
  const begun = view.papers.some((each) => each.paper.id === paper && each.start !== null);
  if (!begun || readOnly) return null;
  return (
    <>
      <Button look="quiet" size="small" icon={Clock} onPress={() => setOpen(true)}>
        {startText.open}
      </Button>
      {open && <StartDialog paper={paper} onClose={() => setOpen(false)} />}
    </>
  );
}
