import { useCallback, useState } from 'react';
import { useTell } from '../../renderer/parts/Toasts';
import { administration, type FileSent } from '../server/administration';
import type { Refusal } from '../server/ask';
import { Fault } from '../signIn/Fault';
import { adminText } from '../text/administration';
import { importFaultLines } from '../text/importFaults';
import { AskDialog } from './AskDialog';
import { ImportFaults } from './ImportFaults';
import { useAsked } from './useAsked';

const text = adminText.session;

/** What files would change, centre by centre; nothing is published before it was seen. */
export function ImportDialog(props: {
  readonly session: string;
  readonly files: readonly FileSent[];
  onClose(): void;
  onPublished(): Promise<void>;
}) {
  const { session, files, onClose, onPublished } = props;
  const tell = useTell();
  const ask = useCallback(() => administration.preview(session, files), [session, files]);
  const [asked] = useAsked(ask);
  const [unpublished, setUnpublished] = useState<Refusal | null>(null);
  const outlines = asked.kind === 'answered' ? asked.value.centres : [];
  const changing = outlines.filter(({ entries }) => entries > 0);
  const refusal = asked.kind === 'refused' ? asked.refusal : unpublished;
  const faults = importFaultLines(refusal?.faults);
  return (
    <AskDialog
      title={refusal ? text.refused : text.importTitle(changing.length)}
      shape={faults.length > 0 ? 'wide' : 'normal'}
      confirm={text.publish}
      isDisabled={refusal !== null || changing.length === 0}
      onClose={onClose}
      onConfirm={async () => {
        const done = await administration.publish(session, files);
        if (!done.ok) {
          // what headquarters could not be asked may be asked again; what it refused would be refused again
          if (done.error.refused !== 'faulty') return done.error;
          setUnpublished(done.error);
          return 'told';
        }
        tell({ text: text.published(done.value.centres.length) });
        await onPublished();
        return null;
      }}
    >
      {refusal && (faults.length > 0 ? <ImportFaults lines={faults} /> : <Fault refusal={refusal} />)}
      {asked.kind === 'answered' && refusal === null && (
        <>
          <p>{changing.length === 0 ? text.nothingNew : text.importSay}</p>
          <ul>
            {changing.map(({ centre, name, lists, gone }) => (
              <li key={centre}>
                <b>
                  {name} ({centre})
                </b>
                {'\u202F: '}
                {text.outline(lists.candidates.added, lists.candidates.changed, gone)}
              </li>
            ))}
          </ul>
        </>
      )}
    </AskDialog>
  );
}
