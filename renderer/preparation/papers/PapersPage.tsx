import { CalendarPlus, FilePlus2 } from 'lucide-react';
import { useMemo, useState } from 'react';
import { halfDays } from '../../../shared/exam/session/today';
import type { PaperId, SittingId } from '../../../shared/kernel/ids';
import { Button } from '../../parts/Button';
import { EmptyState } from '../../parts/EmptyState';
import { useCentre } from '../../store/useDesk';
import { papersText } from '../../text/papers';
import { PageHead } from '../PageHead';
import { Calendar } from './Calendar';
import { PaperDialog } from './PaperDialog';
import styles from './PapersPage.module.css';
import { PaperTable } from './PaperTable';
import { papersOf } from './programme';
import { SittingDialog } from './SittingDialog';

type Open =
  | { readonly kind: 'paper'; readonly id: PaperId | null }
  | { readonly kind: 'sitting'; readonly id: SittingId | null };

/** The papers and the moments at which they are sat. */
export function PapersPage() {
  const state = useCentre((store) => store.state);
  const papers = useMemo(() => papersOf(state), [state]);
  const days = useMemo(() => halfDays(state), [state]);
  const sittings = days.flatMap((half) => half.sittings.map((each) => each.sitting));
  const [open, setOpen] = useState<Open | null>(null);
  const close = () => setOpen(null);
  const addPaper = (look: 'plain' | 'primary') => (
    <Button look={look} icon={FilePlus2} onPress={() => setOpen({ kind: 'paper', id: null })}>
      {papersText.addPaper}
    </Button>
  );
  const addSitting = (
    <Button look="primary" icon={CalendarPlus} onPress={() => setOpen({ kind: 'sitting', id: null })}>
      {papersText.addSitting}
    </Button>
  );
  return (
    <>
      <PageHead
        title={papersText.title}
        lead={papers.length > 0 ? papersText.lead(sittings.length, papers.length) : null}
        actions={
          papers.length > 0 ? (
            <>
              {addPaper('plain')}
              {addSitting}
            </>
          ) : null
        }
      />
      {papers.length === 0 ? (
        <EmptyState icon={CalendarPlus} title={papersText.emptyTitle} action={addPaper('primary')}>
          {papersText.empty}
        </EmptyState>
      ) : (
        <div className={styles.columns}>
          <section aria-label={papersText.calendarLabel} className={styles.calendar}>
            {sittings.length === 0 ? (
              <EmptyState icon={CalendarPlus} title={papersText.noSittingTitle} action={addSitting}>
                {papersText.noSitting}
              </EmptyState>
            ) : (
              <Calendar days={days} onOpen={(id) => setOpen({ kind: 'sitting', id })} />
            )}
          </section>
          <PaperTable papers={papers} sittings={sittings} onOpen={(id) => setOpen({ kind: 'paper', id })} />
        </div>
      )}
      {open?.kind === 'paper' && (
        <PaperDialog paper={papers.find((each) => each.id === open.id) ?? null} papers={papers} onClose={close} />
      )}
      {open?.kind === 'sitting' && (
        <SittingDialog
          sitting={sittings.find((each) => each.id === open.id) ?? null}
          papers={papers}
          sittings={sittings}
          onClose={close}
        />
      )}
    </>
  );
}
