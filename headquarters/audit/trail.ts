import { centreCode } from '../../shared/exchange/names';
import { type PersonId, personId } from '../../shared/kernel/ids';
import { type Actor, actor } from '../../shared/kernel/statement';
import type { CentreWriters } from '../journal/centreWriters';
import { type Act, acts } from './acts';

/** The journal in which headquarters writes what its staff does: no centre's code is like it. */
export const ownJournal = centreCode.of('siege');

/** Headquarters itself, where nobody in particular acts. */
export const headquartersItself = personId.of('SIEGE');

/** Somebody of headquarters, as its entries name them. */
export function actorOf(person: PersonId): Actor {
  return actor.parse({ person, role: 'headquarters', unlocked: 'pin' });
}

/** Tells what somebody did, as a signed entry; durable when it resolves. */
export type Trail = (by: PersonId, act: Act) => Promise<void>;

export function trail(writers: CentreWriters): Trail {
  const writer = writers.of(ownJournal);
  return async (by, { kind, about, data }) => {
    const said = { about: acts[kind].about.parse(about), data: acts[kind].data.parse(data) };
    await writer.turn(actorOf(by), (put) => {
      put({ channel: 'session', kind, version: 1, ...said, supersedes: [] });
    });
  };
}
