import type { Totals } from '../../shared/exam/rooms/board';
import { Kpi, Kpis } from '../parts/Kpi';
import { centreText } from '../text/centre';
import { unheldText } from '../text/unheld';
import styles from './UnheldRooms.module.css';

/** The half-day in figures; what is contested is in no other figure, and said in red. */
export function TotalsBar(props: {
  readonly totals: Totals;
  /** The names of the rooms they are of; null: of all. */
  readonly of: readonly string[] | null;
}) {
  const { totals, of } = props;
  const figures = <Figures totals={totals} label={of ? unheldText.board.totals(of) : centreText.totals} />;
  if (!of) return figures;
  return (
    <div className={styles.totals}>
      <p>{unheldText.board.totals(of)}</p>
      {figures}
    </div>
  );
}

function Figures({ totals, label }: { readonly totals: Totals; readonly label: string }) {
  const { kpi } = centreText;
  return (
    <Kpis label={label}>
      <Kpi value={totals.expected.toLocaleString('fr')} label={kpi.expected} />
      <Kpi value={totals.present.toLocaleString('fr')} label={kpi.present} />
      <Kpi value={totals.absent.toLocaleString('fr')} label={kpi.absent} />
      {totals.unmarked > 0 && <Kpi value={totals.unmarked.toLocaleString('fr')} label={kpi.unmarked} />}
      {totals.contested > 0 && <Kpi value={totals.contested} label={kpi.contested} urgent />}
      {totals.extraTime > 0 && <Kpi value={totals.extraTime} label={kpi.extraTime} />}
      {totals.exits > 0 && <Kpi value={totals.exits} label={kpi.exits} />}
      <Kpi value={`${totals.closed}\u202F/\u202F${totals.rooms}`} label={kpi.sealed} />
    </Kpis>
  );
}
