import { useMemo } from 'react';
import type { Quarantined } from '../../shared/exchange/messages';
import { LineBook } from '../chronicle/lines';
import { Table } from '../parts/Table';
import { useCentre } from '../store/useDesk';
import { asideReasonText } from '../text/asideReasons';
import { exchangeText } from '../text/exchange';
import styles from './headquarters.module.css';

const words = exchangeText.aside;

/** What headquarters and this machine keep aside, entry by entry, and why. */
export function AsideLists(props: { readonly there: readonly Quarantined[]; readonly here: readonly Quarantined[] }) {
  return (
    <section className={styles.sheet} aria-label={words.title}>
      <h3>{words.title}</h3>
      {props.there.length + props.here.length === 0 && <p className={styles.quiet}>{words.none}</p>}
      {props.there.length > 0 && <AsideList title={words.there} say={words.sayThere} kept={props.there} />}
      {props.here.length > 0 && <AsideList title={words.here} say={words.sayHere} kept={props.here} />}
    </section>
  );
}

function AsideList(props: { readonly title: string; readonly say: string; readonly kept: readonly Quarantined[] }) {
  const { title, say, kept } = props;
  const sentences = useSentences(kept);
  return (
    <div className={styles.apart}>
      <h4>{title}</h4>
      <p className={styles.quiet}>{say}</p>
      <Table
        caption={title}
        rows={kept}
        idOf={({ id }) => id}
        columns={[
          {
            id: 'what',
            head: words.what,
            names: true,
            cell: ({ id }) => sentences.get(id) ?? words.unknown(id.slice(0, 8)),
          },
          { id: 'why', head: words.why, cell: ({ because }) => asideReasonText(because) },
          { id: 'held', head: words.where, cell: ({ held }) => (held === 'aside' ? words.apart : words.inChain) },
        ]}
      />
    </div>
  );
}

/** What the entries say, of those that this machine's journal holds. */
function useSentences(kept: readonly Quarantined[]): ReadonlyMap<string, string> {
  const statements = useCentre((store) => store.statements);
  const state = useCentre((store) => store.state);
  return useMemo(() => {
    const wanted = new Set<string>(kept.map(({ id }) => id));
    const book = new LineBook();
    book.meet(statements);
    return new Map(
      statements.filter(({ id }) => wanted.has(id)).map((each) => [each.id, book.lineOf(each, state).sentence]),
    );
  }, [kept, statements, state]);
}
