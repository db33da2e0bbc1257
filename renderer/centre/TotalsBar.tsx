import type { Totals } from '../../shared/exam/rooms/board';
import { Kpi, Kpis } from '../parts/Kpi';
import { centreText } from '../text/centre';

/** The half-day in figures; what is contested is in no other figure, and said in red. */
export function TotalsBar({ totals }: { readonly totals: Totals }) {
  const { kpi } = centreText;
  return (
    <Kpis label={centreText.totals}>
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
