import { useCallback } from 'react';
import { useTell } from '../../renderer/parts/Toasts';
import { administration, type FileSent } from '../server/administration';
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
  const outlines = asked.kind === 'answered' ? asked.value.centres : [];
  const changing = outlines.filter(({ entries }) => entries > 0);
  const faults = asked.kind === 'refused' ? importFaultLines(asked.refusal.faults) : [];
  return (
    <AskDialog
      title={asked.kind === 'refused' ? text.refused : text.importTitle(changing.length)}
      shape={faults.length > 0 ? 'wide' : 'normal'}
      confirm={text.publish}
      isDisabled={changing.length === 0}
      onClose={onClose}
      onConfirm={async () => {
        const done = await administration.publish(session, files);
        if (!done.ok) return done.error;
        tell({ text: text.published(done.value.centres.length) });
        await onPublished();
        return null;
      }}
    >
      {asked.kind === 'refused' &&
        (faults.length > 0 ? <ImportFaults lines={faults} /> : <Fault refusal={asked.refusal} />)}
      {asked.kind === 'answered' && (
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
