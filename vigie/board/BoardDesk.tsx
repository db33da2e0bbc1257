import { Download, Megaphone, Phone, RadioTower } from 'lucide-react';
import { useDeferredValue, useMemo, useState } from 'react';
import { Button } from '../../renderer/parts/Button';
import { EmptyState } from '../../renderer/parts/EmptyState';
import { Filters } from '../../renderer/parts/Filters';
import { Kpi, Kpis } from '../../renderer/parts/Kpi';
import { SearchField } from '../../renderer/parts/SearchField';
import { Select } from '../../renderer/parts/Select';
import { useTell } from '../../renderer/parts/Toasts';
import { VirtualList } from '../../renderer/parts/VirtualList';
import { compareText } from '../../shared/exam/people/names';
import type { CentreCode } from '../../shared/exchange/names';
import { MINUTE } from '../../shared/kernel/instant';
import { incidentsIn, together } from '../../shared/watch/figures';
import { DictatedDialog } from '../entered/DictatedDialog';
import { go } from '../frame/routes';
import { useLive, useNow } from '../live/useLive';
import { boardText } from '../text/vigie';
import styles from './BoardDesk.module.css';
import { CentreRow } from './CentreRow';
import { inOrder, orders, type Shown, shownBy, shownFilters, withinChoice } from './chosenRows';
import { exportCentres } from './exportCentres';
import { type Row, rowOf } from './troubles';
import { useChoice } from './useChoice';

const rowHeight = 58;
const silences = [5, 10, 15, 30, 60] as const;
const all = '*';

/** Every centre of headquarters, live: figures of all that are shown, filters, and one row for each. */
export function BoardDesk() {
  const { known } = useLive();
  const now = useNow();
  const [choice, choose] = useChoice();
  const [chosen, setChosen] = useState<CentreCode | null>(null);
  const [dictating, setDictating] = useState(false);
  const tell = useTell();
  const { silentAfter } = choice;
  const shownKnown = useDeferredValue(known);
  const rows = useMemo(() => {
    const watching = { now, contacts: shownKnown.contacts, silentAfter: silentAfter * MINUTE };
    return [...shownKnown.centres.values()].map((each) => rowOf(each, watching));
  }, [shownKnown, now, silentAfter]);
  const within = useMemo(() => withinChoice(rows, choice), [rows, choice]);
  const shown = useMemo(() => inOrder(within.filter(shownBy(choice.shown)), choice.order), [within, choice]);

  if (known.whole && known.centres.size === 0) {
    return (
      <EmptyState icon={RadioTower} title={boardText.noCentre.title}>
        {boardText.noCentre.say}
      </EmptyState>
    );
  }
  const open = (row: Row) => go({ path: 'centre', centre: row.watched.centre, sitting: null, room: null });
  return (
    <div className={styles.desk}>
      <Totals rows={shown} />
      <div className={styles.tools}>
        <div className={styles.search}>
          <SearchField label={boardText.search} value={choice.text} onChange={(text) => choose({ text })} />
        </div>
        <Narrowed
          label={boardText.session}
          every={boardText.allSessions}
          value={choice.session}
          options={sessionsOf(rows)}
          onChange={(session) => choose({ session })}
        />
        <Narrowed
          label={boardText.authority}
          every={boardText.allAuthorities}
          value={choice.authority}
          options={authoritiesOf(rows)}
          onChange={(authority) => choose({ authority })}
        />
        <Select
          label={boardText.sort}
          value={choice.order}
          options={orders.map((value) => ({ value, label: boardText.sorts[value] }))}
          onChange={(order) => choose({ order })}
        />
        <Select
          label={boardText.silentAfter}
          value={String(silentAfter)}
          options={silences.map((each) => ({ value: String(each), label: boardText.minutes(each) }))}
          onChange={(minutes) => choose({ silentAfter: Number(minutes) })}
        />
      </div>
      <div className={styles.filters}>
        <div className={styles.acts}>
          <Button icon={Megaphone} size="small" onPress={() => go({ path: 'write', centre: null })}>
            {boardText.compose}
          </Button>
          <Button icon={Phone} size="small" onPress={() => setDictating(true)}>
            {boardText.dictate}
          </Button>
          <Button
            icon={Download}
            size="small"
            isDisabled={shown.length === 0}
            onPress={() => void exportCentres(shown, now, tell)}
          >
            {boardText.export}
          </Button>
        </div>
        <Filters
          label={boardText.filters}
          filters={countedFilters(within, choice.shown)}
          chosen={choice.shown}
          onChoose={(each) => choose({ shown: each })}
        />
      </div>
      <div className={styles.list}>
        <div className={styles.head} aria-hidden="true">
          <span>{boardText.head.centre}</span>
          <span>{boardText.head.state}</span>
          <span>{boardText.head.rooms}</span>
          <span>{boardText.head.candidates}</span>
          <span>{boardText.head.troubles}</span>
          <span>{boardText.head.contact}</span>
        </div>
        {shown.length === 0 ? (
          <p className={styles.none}>{boardText.none}</p>
        ) : (
          <VirtualList
            label={boardText.list}
            rows={shown}
            rowHeight={rowHeight}
            idOf={(row) => row.watched.centre}
            draw={(row) => <CentreRow row={row} now={now} />}
            chosen={chosen}
            onChoose={(row) => setChosen(row.watched.centre)}
            onOpen={open}
          />
        )}
      </div>
      {dictating && <DictatedDialog onClose={() => setDictating(false)} />}
    </div>
  );
}

const totals = [
  'centres',
  'rooms',
  'open',
  'started',
  'ended',
  'present',
  'absent',
  'contested',
  'incidents',
  'late',
  'silent',
] as const;
type Total = (typeof totals)[number];

function Totals({ rows }: { readonly rows: readonly Row[] }) {
  const sum = useMemo(() => together(rows.flatMap(({ figures }) => figures ?? [])), [rows]);
  const count = (has: (row: Row) => boolean) => rows.reduce((found, row) => (has(row) ? found + 1 : found), 0);
  const shown = {
    centres: rows.length,
    rooms: sum.rooms.planned,
    open: sum.rooms.open,
    started: sum.rooms.started,
    ended: sum.rooms.ended,
    present: sum.candidates.present,
    absent: sum.candidates.absent,
    contested: sum.candidates.contested,
    incidents: incidentsIn(sum.incidents),
    late: count((row) => row.late),
    silent: count((row) => row.silent),
  };
  const urgent = new Set<Total>();
  for (const each of ['contested', 'late', 'silent'] as const) if (shown[each] > 0) urgent.add(each);
  if (sum.incidents.subject > 0) urgent.add('incidents');
  return (
    <Kpis label={boardText.totals}>
      {totals.map((each) => (
        <Kpi
          key={each}
          value={shown[each].toLocaleString('fr')}
          label={boardText.kpi[each](shown[each])}
          urgent={urgent.has(each)}
        />
      ))}
    </Kpis>
  );
}

/** One of what the rows have, or all of it; not shown where there is nothing to choose between. */
function Narrowed(props: {
  readonly label: string;
  readonly every: string;
  readonly value: string | null;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  onChange(value: string | null): void;
}) {
  const { label, every, value, options, onChange } = props;
  if (options.length < 2 && value === null) return null;
  return (
    <Select
      label={label}
      value={value ?? all}
      options={[{ value: all, label: every }, ...options]}
      onChange={(next) => onChange(next === all ? null : next)}
    />
  );
}

function sessionsOf(rows: readonly Row[]) {
  const names = new Map(rows.flatMap(({ line }) => (line ? [[line.session.id, line.session.name]] : [])));
  return [...names].map(([value, label]) => ({ value, label })).sort((a, b) => compareText(a.label, b.label));
}

function authoritiesOf(rows: readonly Row[]) {
  const names = new Set(rows.flatMap(({ line }) => (line && line.authority !== '' ? line.authority : [])));
  return [...names].sort(compareText).map((value) => ({ value, label: value }));
}

function countedFilters(rows: readonly Row[], wanted: Shown) {
  return shownFilters
    .map((id) => ({ id, label: boardText.filter[id], count: rows.filter(shownBy(id)).length }))
    .filter(({ id, count }) => id === 'all' || id === 'trouble' || id === wanted || count > 0);
}
