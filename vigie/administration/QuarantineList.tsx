import { type Column, Table } from '../../renderer/parts/Table';
import { asideReasonText } from '../../renderer/text/asideReasons';
import { exchangeText } from '../../renderer/text/exchange';
import { channelText } from '../../renderer/text/grants';
import { hourText, shortDayText } from '../../renderer/text/times';
import type { DeviceId } from '../../shared/journal/launch';
import { channelNameOf } from '../../shared/kernel/statement';
import { machineZone } from '../frame/zone';
import type { Device, HeldApart } from '../server/administration';
import { adminText } from '../text/administration';
import styles from './AdministrationDesk.module.css';

const text = adminText.quarantine;
/** Headquarters tells no more of one centre. */
const most = 1_000;

/** What of a centre's machines headquarters keeps and does not count: from which machine, which entry, since when, why. */
export function QuarantineList(props: { readonly held: readonly HeldApart[]; readonly devices: readonly Device[] }) {
  const { held, devices } = props;
  const names = new Map(devices.map((each) => [each.device, machineText(each)]));
  const columns: readonly Column<HeldApart>[] = [
    { id: 'machine', head: text.machine, cell: ({ device }) => writerText(device, names) },
    { id: 'entry', head: text.entry, names: true, cell: entryText },
    {
      id: 'received',
      head: text.received,
      cell: ({ received }) => `${shortDayText(received, machineZone)}, ${hourText(received, machineZone)}`,
    },
    { id: 'why', head: text.why, cell: ({ because }) => asideReasonText(because) },
    {
      id: 'where',
      head: text.where,
      cell: (each) => (each.held === 'aside' ? exchangeText.aside.apart : exchangeText.aside.inChain),
    },
  ];
  return (
    <section className={styles.quarantine} aria-label={text.title}>
      <h3>{text.title}</h3>
      <p className={styles.quiet}>{held.length === 0 ? text.none : text.say(held.length)}</p>
      {held.length >= most && <p className={styles.quiet}>{text.most(most)}</p>}
      {held.length > 0 && <Table caption={text.title} columns={columns} rows={held} idOf={({ id }) => id} />}
    </section>
  );
}

/** A machine by its label and the beginning of its id, which alone tells two of one label apart. */
export function machineText({ label, device }: Pick<Device, 'label' | 'device'>): string {
  return `${label || adminText.machines.unnamed} (${device.slice(0, 8)})`;
}

function writerText(device: DeviceId | null, names: ReadonlyMap<DeviceId, string>): string {
  return device === null ? text.noMachine : (names.get(device) ?? machineText({ label: text.stranger, device }));
}

function entryText({ id, stream, seq }: HeldApart): string {
  return stream === null || seq === null
    ? text.unreadable(id.slice(0, 8))
    : text.place(seq, channelText(channelNameOf(stream)));
}
