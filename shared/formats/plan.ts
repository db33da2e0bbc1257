import type { Command } from '../exam/catalogue';
import type { SessionFacts } from '../exam/session/kinds';
import { type CentreState, fact } from '../exam/state';
import type { Register } from '../kernel/register';
import { err, ok, type Result } from '../kernel/result';
import { commandsOf } from './commands';
import { compared, type ListPlan } from './comparison';
import type { ImportContent } from './content';
import type { ImportLists } from './lists';
import { goneFrom, type KeptRecords, keptRecords } from './records';

/** What an import would do to the centre, before anything is written. */
export interface ImportPlan extends ImportLists {
  readonly keptRecords: KeptRecords;
  /** What to say, each once the one before it is said; none when the file brings nothing new. */
  readonly commands: readonly Command[];
}

/** Why a file cannot be for the session that is open here. */
export type PlanFault =
  | { readonly kind: 'other-centre'; readonly found: string; readonly expected: string }
  | { readonly kind: 'other-year'; readonly found: number; readonly expected: number }
  | { readonly kind: 'demonstration-here' | 'demonstration-file' };

/**
 * What a file would change, and what to say to change it. Nothing people have recorded is touched: attendance and seats
 * stay, a candidate who is gone is struck off and not erased, and what somebody changed here stays where the file has
 * nothing new. The same file twice yields no command.
 */
export function planImport(content: ImportContent, state: CentreState): Result<ImportPlan, PlanFault> {
  const session = fact(state, 'session', 'session', 'session');
  const stranger = session && strangerTo(session, content.session);
  if (stranger) return err(stranger);
  const lists = listsOf(content, state);
  return ok({
    ...lists,
    keptRecords: keptRecords(state, content.candidates),
    commands: commandsOf(content, lists, session?.id ?? content.session.id),
  });
}

function strangerTo(here: SessionFacts, file: SessionFacts): PlanFault | null {
  if (here.demonstration !== file.demonstration) {
    return { kind: here.demonstration ? 'demonstration-here' : 'demonstration-file' };
  }
  if (here.centre.code !== file.centre.code) {
    return { kind: 'other-centre', found: file.centre.code, expected: here.centre.code };
  }
  return here.year === file.year ? null : { kind: 'other-year', found: file.year, expected: here.year };
}

function listsOf(content: ImportContent, state: CentreState): ImportLists {
  const says = content.says === 'all';

  /** A list that a dossier rules, and that lists of candidates only complete. */
  function ruled<T extends object>(items: readonly T[], held: Held<T>, key: (item: T) => string): ListPlan<T> {
    return compared({
      items,
      held,
      withdrawn: state.withdrawn,
      key,
      item: (value: T | null) => value,
      completed: (item, before) => (says ? item : before),
      removedStay: true,
    });
  }

  const shelves = state.shelves;
  return {
    session: ruled([content.session], shelves.get('session')?.get('session'), () => 'session'),
    regulations: ruled(content.regulations, shelves.get('regulations')?.get('session'), ({ diploma }) => diploma),
    specialities: ruled(content.specialities, shelves.get('specialities')?.get('session'), ({ code }) => code),
    papers: ruled(content.papers, shelves.get('papers')?.get('session'), ({ id }) => id),
    sittings: ruled(content.sittings, shelves.get('sittings')?.get('session'), ({ id }) => id),
    rooms: ruled(content.rooms, shelves.get('rooms')?.get('session'), ({ id }) => id),
    staff: ruled(content.staff, shelves.get('staff')?.get('session'), ({ id }) => id),
    candidates: compared({
      items: content.candidates,
      held: shelves.get('registrations')?.get('session'),
      withdrawn: state.withdrawn,
      key: ({ id }) => id,
      item: ({ status, candidate }) => (status === 'registered' ? candidate : null),
      completed: (item, before) => (says ? item : { ...item, accommodations: before.accommodations }),
      removedStay: false,
    }),
    gone: goneFrom(state, content.candidates),
  };
}

type Held<T> = ReadonlyMap<string, Register<T | null>> | undefined;
