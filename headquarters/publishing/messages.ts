import type { Command, CommandOf } from '../../shared/exam/catalogue';
import { decide } from '../../shared/exam/decide';
import { type PaperDesignation, papersDesignated } from '../../shared/exam/papers/designation';
import type { CentreState } from '../../shared/exam/state';
import type { CentreCode } from '../../shared/exchange/names';
import type { DeviceId } from '../../shared/journal/launch';
import type { EntryId, PersonId } from '../../shared/kernel/ids';
import type { Clock } from '../../shared/kernel/ports';
import { actorOf } from '../audit/trail';
import type { CentreJournals } from '../journal/centreJournals';
import type { CentreWriters } from '../journal/centreWriters';
import { readCentre } from '../journal/readCentre';

export interface MessagingPorts {
  readonly journals: CentreJournals;
  readonly writers: CentreWriters;
  readonly clock: Clock;
  /** Headquarters' signing key. */
  readonly own: DeviceId;
}

type Sent = CommandOf<'message.sent'>;

/** What is said to centres: each is told the papers under the names that it has given them itself. */
export type SaidOfMessage =
  | (Omit<Sent, 'data'> & {
      readonly data: Omit<Sent['data'], 'papers'> & { readonly papers: readonly PaperDesignation[] };
    })
  | CommandOf<'message.withdrawn'>;

/** A centre that was told, and by which entry; or why not: it knows just that, or it holds none of the papers. */
export type Told =
  | { readonly centre: CentreCode; readonly entry: EntryId }
  | { readonly centre: CentreCode; readonly entry: null; readonly because: string };

const atOnce = 8;

/** Messages to centres, as headquarters' own entries. */
export function messaging({ journals, writers, clock, own }: MessagingPorts) {
  function tellOne(by: PersonId, centre: CentreCode, said: SaidOfMessage): Promise<Told> {
    const actor = actorOf(by);
    return writers.of(centre).turn(actor, async (put, since): Promise<Told> => {
      const { state, latest } = await readCentre(journals.of(centre), own, 'session');
      since(latest);
      const command = commandFor(state, said);
      if (!command) return { centre, entry: null, because: 'unknown' };
      const decided = decide([command], state, actor, clock.now());
      if (!decided.ok) return { centre, entry: null, because: decided.error.because.kind };
      const [draft] = decided.value;
      if (!draft) throw new Error('a command that says nothing');
      return { centre, entry: put(draft).entry.id };
    });
  }

  return {
    /** Says something of a message in some centres, a few of them at once. Said again, it adds nothing there. */
    async tell(by: PersonId, centres: readonly CentreCode[], command: SaidOfMessage): Promise<readonly Told[]> {
      const told: Told[] = [];
      for (let from = 0; from < centres.length; from += atOnce) {
        const some = centres.slice(from, from + atOnce);
        told.push(...(await Promise.all(some.map((centre) => tellOne(by, centre, command)))));
      }
      return told;
    },
  };
}
/** The command in a centre's own names; null where it is about papers and the centre holds none of them. */
function commandFor(state: CentreState, said: SaidOfMessage): Command | null {
  if (said.kind === 'message.withdrawn') return said;
  const papers = papersDesignated(state, said.data.papers);
  if (said.data.papers.length > 0 && papers.length === 0) return null;
  return { ...said, data: { ...said.data, papers } };
}

export type Messaging = ReturnType<typeof messaging>;
