import { useMemo, useRef } from 'react';
import { zoneOf } from '../../shared/exam/session/today';
import type { RoomId, SittingId } from '../../shared/kernel/ids';
import type { Statement } from '../../shared/kernel/statement';
import { hashOf } from '../app/routes';
import { CorrectedMark } from '../chronicle/CorrectedMark';
import { LineBook, placeOf } from '../chronicle/lines';
import { briefRoomName } from '../chronicle/names';
import { Feed } from '../parts/Feed';
import { useCentre } from '../store/useDesk';
import { centreText } from '../text/centre';
import { hourText } from '../text/times';
import styles from './RecentFeed.module.css';

const most = 12;

/** What just happened in the rooms of the half-day shown. */
export function RecentFeed({ sitting }: { readonly sitting: SittingId }) {
  const statements = useCentre((store) => store.statements);
  const state = useCentre((store) => store.state);
  const book = useRef<LineBook | null>(null);
  book.current ??= new LineBook();
  const lineBook = book.current;
  const recent = useMemo(() => lastOf(statements, sitting), [statements, sitting]);
  lineBook.meet(statements);
  const zone = zoneOf(state);
  const lines = recent.map(({ last, count }) => ({ ...lineBook.lineOf(last, state), count }));
  return (
    <section aria-labelledby="recent">
      <header className={styles.head}>
        <h2 id="recent">{centreText.feed.title}</h2>
        <a href={hashOf({ path: 'journal' })}>{centreText.feed.all}</a>
      </header>
      {lines.length === 0 ? (
        <p className={styles.none}>{centreText.feed.none}</p>
      ) : (
        <Feed
          label={centreText.feed.title}
          lines={lines.map((line) => ({
            id: line.id,
            lead: (
              <>
                <time>{hourText(line.at, zone)}</time>
                <CorrectedMark behind={line.behind} />
              </>
            ),
            content: (
              <span className={state.withdrawn.has(line.id) ? styles.struck : undefined}>
                {line.room && <b>{briefRoomName(state, line.room)} · </b>}
                {line.sentence}
                {line.count > 1 && (
                  <span className={styles.more}>
                    <span aria-hidden="true">{`\u00A0+\u202F${line.count - 1}`}</span>
                    <span className="unseen"> {centreText.feed.more(line.count - 1)}</span>
                  </span>
                )}
              </span>
            ),
          }))}
        />
      )}
    </section>
  );
}

interface Group {
  readonly last: Statement;
  readonly room: RoomId | null;
  readonly count: number;
}

/** What was last done in a sitting's rooms, the latest first; a run of the same gesture in one room counts as one. */
function lastOf(statements: readonly Statement[], sitting: SittingId): readonly Group[] {
  const groups: Group[] = [];
  for (let at = statements.length - 1; at >= 0; at -= 1) {
    const statement = statements[at];
    const place = statement && placeOf(statement);
    if (!place || place.sitting !== sitting || statement.kind === 'invigilators.assigned') continue;
    const group = groups.at(-1);
    if (group && group.last.kind === statement.kind && group.room === place.room) {
      groups[groups.length - 1] = { ...group, count: group.count + 1 };
    } else if (groups.length === most) break;
    else groups.push({ last: statement, room: place.room, count: 1 });
  }
  return groups;
}
