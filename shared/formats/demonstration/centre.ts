import { type Day, sessionId } from '../../kernel/ids';
import { type Dossier, dossierFormat } from '../dossier/schema';
import { defaultRegulations } from '../regulations';
import { calendar } from './calendar';
import { chanceOf } from './chance';
import type { Names } from './names';
import { candidatesOf } from './people';
import { commonPapersOf, professionalPapersOf, programmes, specialitiesOf } from './programme';
import { demonstrationRecoveryKey } from './recoveryKey';
import { roomsOf } from './rooms';
import { demonstrationSigningKey } from './signingKey';
import { staffOf } from './staff';
import { type Size, tiers } from './tiers';

export interface DemonstrationRequest {
  readonly size: Size;
  /** The same seed gives the same centre, person by person. */
  readonly seed: number;
  /** The session's first day: on its morning everybody sits a paper. */
  readonly day: Day;
}

/** A made-up centre with its whole session, drawn from these names. Nobody in it exists. */
export function centreOf(names: Names, { size, seed, day }: DemonstrationRequest): Dossier {
  const tier = tiers[size];
  const chance = chanceOf(seed);
  const held = programmes.flatMap((programme) => {
    const extent = tier.extent[programme.diploma];
    return extent ? [{ programme, extent, count: Math.round(tier.candidates * programme.share) }] : [];
  });
  const common = held.map(({ programme, extent }) => commonPapersOf(programme, extent));
  const opening = common.flatMap((papers) => papers.slice(0, 1));
  const professional = held.flatMap(({ programme, extent }) => professionalPapersOf(programme, extent));
  const others = [...common.flatMap((papers) => papers.slice(1)), ...professional];
  const candidates = candidatesOf(held, day, names, chance);
  const divisions = [...new Set(candidates.flatMap(({ division }) => division ?? []))];
  const year = Number(day.slice(0, 4));
  return {
    format: dossierFormat,
    version: 1,
    session: {
      id: sessionId.of(`demonstration-${size}-${day}`),
      name: `Session ${year} – démonstration`,
      year,
      zone: 'Europe/Paris',
      authority: 'Rectorat de Valombre',
      centre: { code: '0929999Z', name: 'Lycée des Cèdres', town: 'Montreval-sur-Lys' },
      demonstration: true,
      recoveryKeys: [demonstrationRecoveryKey],
      headquarters: { signingKeys: [demonstrationSigningKey] },
    },
    regulations: held.map(({ programme }) => defaultRegulations[programme.diploma]),
    specialities: held.flatMap(({ programme, extent }) => specialitiesOf(programme, extent)),
    papers: [...opening, ...others],
    sittings: calendar(day, tier.halfDays, opening, others),
    rooms: roomsOf(tier, chance),
    candidates,
    staff: staffOf(tier, divisions, names, chance),
  };
}
