import { sessionKinds } from '../exam/session/kinds';
import type { Statement } from '../kernel/statement';

/** The session that a statement publishes, with the centre that holds it; null when it publishes none. */
export function publishedCentre({ kind, version, about, data, id }: Statement) {
  if (kind !== 'session.published') return null;
  const [fact] = sessionKinds['session.published'].facts(version, { about, data }, id) ?? [];
  if (!fact) return null;
  const { id: session, name: sessionName, year, zone, demonstration, centre } = fact.value;
  return {
    session,
    sessionName,
    year,
    zone,
    demonstration,
    code: centre.code,
    name: centre.name,
    town: centre.town,
  };
}
