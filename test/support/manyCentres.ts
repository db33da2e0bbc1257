import { centreCode } from '../../shared/exchange/names';
import { sessionId } from '../../shared/kernel/ids';
import { instant, MINUTE } from '../../shared/kernel/instant';
import { noFigures } from '../../shared/watch/figures';
import type { WatchedCentre } from '../../shared/watch/live';

const towns = ['Cèdreville', 'Montreval-sur-Lys', 'Lac-la-Forêt', 'Saint-Aubin-des-Vignes', 'Roquebrune-le-Haut'];

/** The n-th of many made-up centres on an exam morning, `round` times changed since. */
export function oneOfMany(n: number, now: number, round = 0): WatchedCentre {
  const planned = 6 + (n % 15);
  const started = n % 7 === 0 ? Math.floor(planned / 2) : planned;
  const start = instant.of(now - 40 * MINUTE);
  const candidates = {
    ...noFigures.candidates,
    registered: planned * 20,
    present: planned * 19 - round,
    absent: planned,
  };
  return {
    centre: centreCode.of(`${String(n).padStart(7, '0')}${String.fromCharCode(65 + (n % 26))}`),
    line: {
      name: `Lycée ${['des Cèdres', 'Jean-Monnet', 'Marie-Curie', 'du Val', 'Ampère'][n % 5]} n° ${n}`,
      town: towns[n % towns.length] ?? '',
      authority: `Académie ${n % 30}`,
      session: { id: sessionId.of('juin'), name: 'Session de juin', zone: 'Europe/Paris', demonstration: false },
      halfDay: null,
      start,
      lastEnd: instant.of(start + 240 * MINUTE),
      figures: {
        ...noFigures,
        candidates,
        rooms: { ...noFigures.rooms, planned, open: planned, started },
        incidents: { ...noFigures.incidents, fraud: n % 97 === 0 ? 1 : 0 },
        delay: n % 11 === 0 ? 8 : 0,
      },
      pending: started < planned ? [{ start, rooms: planned - started }] : [],
      messages: [],
      unread: 0,
    },
    news: instant.of(now - (n % 40) * 1_000),
    entered: null,
  };
}
