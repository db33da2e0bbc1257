import type { OpenJournal } from '../../journal/openJournal';
import type { Handler } from '../serve';

/** Answers as soon as the journal is open: windows may ask before. */
export function cover(opening: Promise<OpenJournal>): Handler<'cover'> {
  return async () => {
    const { cover, lock } = await opening;
    const { centre, zone, people } = cover.cover();
    const names = people.map(({ person, name, roles }) => ({ person, name, roles: [...roles] }));
    return { centre, zone, people: names, acting: lock.actor() };
  };
}
