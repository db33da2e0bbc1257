import { CircleSlash, FileX, Printer, RotateCcw, Save } from 'lucide-react';
import { useEffect, useMemo, useState } from 'react';
import { documentTitle } from '../../shared/documents/document';
import { roomNameOf } from '../../shared/exam/rooms/contested';
import { roomsUnheld } from '../../shared/exam/rooms/heldLists';
import { currentSitting } from '../../shared/exam/session/today';
import { type CentreState, fact } from '../../shared/exam/state';
import { usePorts } from '../app/ports';
import { go, hashOf, routeOf, useRoute } from '../app/routes';
import { Button } from '../parts/Button';
import { EmptyState } from '../parts/EmptyState';
import { Progress } from '../parts/Progress';
import { useTell } from '../parts/Toasts';
import { useCentre } from '../store/useDesk';
import { drawnText, fileNameText, pagesText, printedText, savedText } from '../text/pages';
import { roomTitle } from '../text/preparation';
import { unheldText } from '../text/unheld';
import { choiceAt, documentsOf, type PageChoice } from './choice';
import { PagesChoice } from './PagesChoice';
import styles from './PagesDesk.module.css';
import { Preview } from './Preview';
import { type PrintJobState, usePrintJob } from './usePrintJob';

/** The printed pages: choose on the left, look on the right, then print or save what is shown. */
export function PagesDesk() {
  const { clock } = usePorts();
  const route = useRoute();
  const state = useCentre((store) => store.state);
  const address = hashOf(route);
  const [chosen, setChosen] = useState<{ readonly at: string; readonly choice: PageChoice } | null>(null);
  const choice = useMemo<PageChoice | null>(
    () =>
      chosen?.at === address
        ? chosen.choice
        : choiceAt(routeOf(address), currentSitting(state, clock.now())?.id ?? null),
    [chosen, address, state, clock],
  );

  if (!choice) {
    return (
      <EmptyState
        icon={FileX}
        title={pagesText.emptySession.title}
        action={
          <Button look="primary" onPress={() => go({ path: 'preparation', part: null })}>
            {pagesText.emptySession.open}
          </Button>
        }
      >
        {pagesText.emptySession.say}
      </EmptyState>
    );
  }
  return <ChosenPages choice={choice} onChoose={(next) => setChosen({ at: address, choice: next })} />;
}

function ChosenPages({ choice, onChoose }: { readonly choice: PageChoice; onChoose(choice: PageChoice): void }) {
  const { clock } = usePorts();
  const state = useCentre((store) => store.state);
  const statements = useCentre((store) => store.statements);
  const [held, setHeld] = useState({ state, statements });
  const { job, draw, cancel } = usePrintJob();
  const models = useMemo(() => documentsOf(held.state, held.statements, choice), [held, choice]);
  const unheld = useMemo(() => unheldAsked(held.state, choice), [held, choice]);
  const outdated = held.state !== state;
  const [first] = models;

  useEffect(() => {
    if (models.length > 0) draw({ models, printedAt: clock.now() });
  }, [models, draw, clock]);

  const again = () => {
    if (outdated) setHeld({ state, statements });
    else draw({ models, printedAt: clock.now() });
  };
  return (
    <div className={styles.desk}>
      <div className={styles.side}>
        <div className={styles.form}>
          <PagesChoice
            state={state}
            choice={choice}
            onChoose={(next) => {
              setHeld({ state, statements });
              onChoose(next);
            }}
          />
        </div>
        <Outputs job={first ? job : null} choice={choice} title={first ? titleOf(models.length, first, choice) : ''} />
      </div>
      <div className={styles.shown}>
        {outdated && (
          <div className={styles.outdated} role="status">
            <span>{pagesText.outdated}</span>
            <Button size="small" icon={RotateCcw} onPress={again}>
              {pagesText.update}
            </Button>
          </div>
        )}
        {first ? (
          <Shown job={job} title={titleOf(models.length, first, choice)} onCancel={cancel} onAgain={again} />
        ) : (
          <EmptyState icon={CircleSlash} title={pagesText.emptyChoice.title}>
            {unheld.length > 0 ? unheldText.pages.empty(unheld) : pagesText.emptyChoice.say}
          </EmptyState>
        )}
      </div>
    </div>
  );
}

/** The rooms asked for whose pages cannot be made here: their list is not held. */
function unheldAsked(state: CentreState, { sitting, rooms }: PageChoice): readonly string[] {
  return roomsUnheld(state, sitting)
    .filter((room) => rooms?.includes(room) ?? true)
    .map((room) => roomTitle(roomNameOf(state, room)));
}

function titleOf(count: number, first: Parameters<typeof documentTitle>[0], choice: PageChoice): string {
  const { title, subtitle } = documentTitle(first);
  return count === 1 ? `${title}, ${subtitle}` : pagesText.kinds[choice.kind].label;
}

function Shown(props: { readonly job: PrintJobState; readonly title: string; onCancel(): void; onAgain(): void }) {
  const { job, title, onCancel, onAgain } = props;
  if (job.kind === 'drawn') return <Preview bytes={job.bytes} documents={job.documents} title={title} />;
  if (job.kind === 'idle' || job.kind === 'drawing') {
    const of = job.kind === 'drawing' ? job.of : 0;
    const done = job.kind === 'drawing' ? job.documents : 0;
    return (
      <div className={styles.drawing}>
        <Progress label={of === 0 ? pagesText.drawing : drawnText(done, of)} value={of === 0 ? null : done / of} />
        <Button onPress={onCancel}>{pagesText.cancel}</Button>
      </div>
    );
  }
  return (
    <EmptyState
      icon={job.kind === 'failed' ? FileX : CircleSlash}
      title={pagesText[job.kind].title}
      action={
        <Button look="primary" onPress={onAgain}>
          {pagesText.again}
        </Button>
      }
    >
      {pagesText[job.kind].say}
    </EmptyState>
  );
}

/** Printing and saving: always the very bytes that are shown. */
function Outputs(props: { readonly job: PrintJobState | null; readonly choice: PageChoice; readonly title: string }) {
  const { bridge } = usePorts();
  const tell = useTell();
  const day = useCentre(({ state }) => fact(state, 'sittings', 'session', props.choice.sitting)?.day ?? '');
  const [busy, setBusy] = useState(false);
  const bytes = props.job?.kind === 'drawn' ? props.job.bytes : null;

  const print = async () => {
    if (!bytes) return;
    setBusy(true);
    try {
      const printed = await bridge.printPdf({ title: props.title, bytes });
      const well = printed.outcome === 'printed' || printed.outcome === 'opened';
      tell({ text: printedText(printed), tone: well ? 'done' : 'fault' });
    } finally {
      setBusy(false);
    }
  };
  const save = async () => {
    if (!bytes) return;
    setBusy(true);
    try {
      const saved = await bridge.saveFile({ suggestedName: fileNameText(props.choice.kind, day), bytes });
      const text = savedText(saved);
      if (text !== null) tell({ text, tone: saved.outcome === 'saved' ? 'done' : 'fault' });
    } finally {
      setBusy(false);
    }
  };
  return (
    <div className={styles.outputs}>
      <Button look="primary" size="big" wide icon={Printer} isDisabled={!bytes || busy} onPress={print}>
        {busy ? pagesText.printing : pagesText.print}
      </Button>
      <Button size="big" wide icon={Save} isDisabled={!bytes || busy} onPress={save}>
        {pagesText.save}
      </Button>
    </div>
  );
}
