import { useEffect, useState } from 'react';
import type { JournalAudited } from '../../shared/bridge/audit';
import { zoneOf } from '../../shared/exam/session/today';
import type { Instant } from '../../shared/kernel/instant';
import { usePorts } from '../app/ports';
import { personName } from '../chronicle/names';
import { Table } from '../parts/Table';
import { Tag } from '../parts/Tag';
import { useCentre } from '../store/useDesk';
import { auditText } from '../text/audit';
import { shortName } from '../text/machines';
import { hourText, shortDayText } from '../text/times';
import { machinesOf } from './machines';
import styles from './VerifierDesk.module.css';

const words = auditText.machines;
const mostPeople = 3;

/** What each machine wrote: how many entries, from when to when, and who. */
export function Machines({ found }: { readonly found: JournalAudited }) {
  const state = useCentre((store) => store.state);
  const here = useThisMachine();
  const zone = zoneOf(state);
  const moment = (at: Instant) => `${shortDayText(at, zone)} ${hourText(at, zone)}`;
  const machines = machinesOf(found);
  return (
    <section className={styles.part} aria-label={words.title}>
      <Table
        caption={words.title}
        showCaption
        rows={machines}
        idOf={({ device }) => device}
        columns={[
          {
            id: 'machine',
            head: words.machine,
            names: true,
            cell: ({ device, cloned }) => (
              <>
                {shortName(device)}
                {device === here && ` (${words.here})`} {cloned && <Tag tone="seal">{words.cloned}</Tag>}
              </>
            ),
          },
          { id: 'entries', head: words.entries, align: 'end', cell: (each) => each.entries.toLocaleString('fr') },
          {
            id: 'starts',
            head: words.starts,
            align: 'end',
            cell: ({ streams }) => streams.length.toLocaleString('fr'),
          },
          { id: 'first', head: words.first, cell: ({ first }) => moment(first) },
          { id: 'last', head: words.last, cell: ({ last }) => moment(last) },
          {
            id: 'people',
            head: words.people,
            cell: ({ people }) => {
              const named = people.slice(0, mostPeople).map((person) => personName(state, person));
              const more = people.length - named.length;
              return [...named, ...(more > 0 ? [words.morePeople(more)] : [])].join(', ');
            },
          },
        ]}
      />
      <details className={styles.streams}>
        <summary>{words.streams(found.streams.length)}</summary>
        <Table
          caption={words.stream}
          rows={found.streams}
          idOf={({ stream }) => stream}
          columns={[
            {
              id: 'stream',
              head: words.stream,
              names: true,
              cell: ({ device, stream }) => `${shortName(device)} · ${stream.slice(44)}`,
            },
            {
              id: 'range',
              head: words.range,
              align: 'end',
              cell: ({ first, last }) => `${first.seq} – ${last.seq.toLocaleString('fr')}`,
            },
            { id: 'entries', head: words.entries, align: 'end', cell: (each) => each.entries.toLocaleString('fr') },
            { id: 'first', head: words.first, cell: ({ first }) => moment(first.at) },
            { id: 'last', head: words.last, cell: ({ last }) => moment(last.at) },
            {
              id: 'people',
              head: words.people,
              cell: ({ people }) => people.map(({ person }) => personName(state, person)).join(', '),
            },
          ]}
        />
      </details>
    </section>
  );
}

function useThisMachine(): string | null {
  const { bridge } = usePorts();
  const [device, setDevice] = useState<string | null>(null);
  useEffect(() => {
    void bridge.machine().then((machine) => setDevice(machine.device));
  }, [bridge]);
  return device;
}
