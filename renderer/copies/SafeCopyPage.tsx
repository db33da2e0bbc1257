import { useState } from 'react';
import type { SafeCopyState } from '../../shared/bridge/copies';
import { permit } from '../../shared/centre/permit';
import { PageHead } from '../preparation/PageHead';
import { useCentre } from '../store/useDesk';
import { copiesText } from '../text/copies';
import { CodeDialog } from './CodeDialog';
import { CopyStanding } from './CopyStanding';
import styles from './copies.module.css';
import { RestoreFlow } from './RestoreFlow';
import { SetUp } from './SetUp';
import { useConfigured } from './useConfigured';
import { useSafeCopy } from './useSafeCopy';

/** The safe copy of this machine: put in place, watched over, taken back. */
export function SafeCopyPage() {
  const [copy, told] = useSafeCopy();
  const mayKeep = useCentre(({ actor }) => actor !== null && permit(actor.role, 'safeCopy.configured'));
  const [code, setCode] = useState<string | null>(null);
  const configured = useConfigured();

  function made(next: { readonly code: string; readonly state: SafeCopyState }): void {
    setCode(next.code);
    told(next.state);
    configured(next.state);
  }

  return (
    <>
      <PageHead title={copiesText.title} lead={copiesText.lead} />
      {!mayKeep && <p className={styles.aside}>{copiesText.headOnly}</p>}
      {copy?.kept && (
        <CopyStanding
          copy={{ ...copy, kept: copy.kept }}
          mayKeep={mayKeep}
          onState={told}
          onCode={made}
          onStopped={(state) => {
            told(state);
            configured(state);
          }}
        />
      )}
      {copy && (!copy.kept || copy.trouble) && mayKeep && <SetUp onMade={made} />}
      {mayKeep && <RestoreFlow />}
      {code && copy && <CodeDialog code={code} device={copy.device} onClose={() => setCode(null)} />}
    </>
  );
}
