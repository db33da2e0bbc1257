import type { CarriedPreview } from '../../shared/bridge/carry';
import { zoneOf } from '../../shared/exam/session/today';
import { useNow } from '../app/ports';
import { roomName } from '../chronicle/names';
import { useMachineNames } from '../network/machineNames';
import { Button } from '../parts/Button';
import { Table } from '../parts/Table';
import { useCentre } from '../store/useDesk';
import {
  bringsText,
  broughtText,
  carriedFaultText,
  carryText,
  machineText,
  othersText,
  takeText,
  writtenText,
} from '../text/carry';
import { listed } from '../text/sentences/sentence';
import styles from './carry.module.css';

const words = carryText.preview;
const roomsShown = 6;

/** What a key brings to this machine, file by file, and the one confirmation. */
export function CarriedFiles(props: {
  readonly preview: CarriedPreview;
  readonly busy: boolean;
  onTake(): void;
  onLeave(): void;
}) {
  const { preview, busy, onTake, onLeave } = props;
  const { files, refused, others, fresh } = preview;
  const now = useNow();
  const { known } = useMachineNames();
  const state = useCentre((store) => store.state);
  const zone = zoneOf(state);
  const rows = files.filter(({ ours, fresh: brings }) => !ours || brings > 0);
  return (
    <section className={styles.sheet} aria-label={words.title}>
      <h3>{words.title}</h3>
      {rows.length > 0 && (
        <Table
          caption={words.title}
          rows={rows}
          idOf={({ writer, writtenAt }) => `${writer.device} ${writtenAt}`}
          columns={[
            {
              id: 'writer',
              head: words.writer,
              names: true,
              cell: ({ ours, writer }) => (ours ? words.ours : machineText(writer, known)),
            },
            { id: 'written', head: words.written, cell: ({ writtenAt }) => writtenText(writtenAt, now, zone) },
            { id: 'brings', head: words.brings, cell: bringsText },
            {
              id: 'rooms',
              head: words.speaksOf,
              cell: ({ rooms }) =>
                rooms.length === 0
                  ? words.noRoom
                  : listed(
                      rooms.map((room) => roomName(state, room)),
                      roomsShown,
                    ),
            },
          ]}
        />
      )}
      {refused.length > 0 && (
        <div className={styles.apart}>
          <h4>{words.refused}</h4>
          <p className={styles.quiet}>{words.refusedSay}</p>
          <Table
            caption={words.refused}
            rows={refused}
            idOf={({ name }) => name}
            columns={[
              { id: 'file', head: words.file, names: true, cell: ({ name }) => name },
              { id: 'why', head: words.why, cell: ({ because }) => carriedFaultText(because) },
            ]}
          />
        </div>
      )}
      {others.length > 0 && <p className={styles.quiet}>{othersText(others)}</p>}
      <p role="status">{broughtText(fresh, rows.length, refused.length)}</p>
      <div className={styles.buttons}>
        {fresh > 0 && (
          <Button look="primary" size="big" isDisabled={busy} onPress={onTake}>
            {busy ? words.taking : takeText(fresh)}
          </Button>
        )}
        <Button size="big" isDisabled={busy} onPress={onLeave}>
          {fresh > 0 ? words.leave : words.close}
        </Button>
      </div>
    </section>
  );
}
