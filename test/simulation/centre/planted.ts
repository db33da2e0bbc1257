import type { QuarantineInSight } from '../../../electron/exchange/quarantineFile';
import type { Judge } from '../../../shared/exchange/receive';
import type { Journal } from '../../../shared/journal/journal';
import { ok } from '../../../shared/kernel/result';
import { type CentreParts, soundParts } from './parts';

/** A bug put in on purpose: the histories of centres must catch it, or they could not have caught the real one. */
interface PlantedInCentre {
  readonly name: string;
  readonly parts: CentreParts;
}

function planted(name: string, change: Partial<CentreParts>): PlantedInCentre {
  return { name, parts: { ...soundParts, ...change } };
}

/** Judges otherwise where the sound one says no. */
function judging(change: (verdict: NonNullable<ReturnType<Judge>>) => ReturnType<Judge>): Partial<CentreParts> {
  return {
    judgeAmong(centre, roots) {
      const sound = soundParts.judgeAmong(centre, roots);
      return (entry) => {
        const verdict = sound(entry);
        return verdict && change(verdict);
      };
    },
  };
}

/** The journal with some of its answers changed. */
function changed(journal: Journal, change: Partial<Journal>): Journal {
  return {
    frontier: () => journal.frontier(),
    after: (stream, seq, limit) => journal.after(stream, seq, limit),
    append: (entries) => journal.append(entries),
    forks: () => journal.forks(),
    ...change,
  };
}

export const plantedInCentre: readonly PlantedInCentre[] = [
  planted('a dismissed machine is given what the others are', {
    guestsOf(machine, quarantine, own, told) {
      const sound = soundParts.guestsOf(machine, quarantine, own, told);
      return {
        ...sound,
        async guest(device, code) {
          const found = await sound.guest(device, code);
          return found.ok ? ok({ ...found.value, standing: 'granted', reads: ['session', 'rooms'] }) : found;
        },
      };
    },
  }),
  planted(
    'what a dismissed machine wrote after counts',
    judging((verdict) => (verdict.because === 'revoked' ? null : verdict)),
  ),
  planted(
    'whoever’s words a machine brings are taken in',
    judging((verdict) => (verdict.because === 'not-enrolled' ? null : verdict)),
  ),
  planted(
    'what a room’s machine may not say counts',
    judging((verdict) => (verdict.held === 'in-chain' ? null : verdict)),
  ),
  planted('what waited for its writer’s admission is never looked at again', {
    letInLater: () => async () => undefined,
  }),
  planted('what was taken in before a dismissal was heard is not told of', {
    markedLater: (_machine, _quarantine: Pick<QuarantineInSight, 'keep'>) => async () => undefined,
  }),
  planted('whoever says that they began the centre did', {
    grantsOf: (entries, known) => soundParts.grantsOf(entries, known),
  }),
  planted('the last version said wins', {
    apply(state, statements) {
      const last = new Map(statements.map((each) => [JSON.stringify([each.kind, each.about]), each]));
      return soundParts.apply(state, [...last.values()]);
    },
  }),
  planted('a relay keeps a stream to itself', {
    served: (journal) =>
      changed(journal, {
        async frontier() {
          const [, ...others] = [...(await journal.frontier())].sort(([a], [b]) => (a < b ? -1 : 1));
          return new Map(others);
        },
      }),
  }),
  planted('a relay signs for what it has not', {
    served: (journal) => changed(journal, { append: async (entries) => ok({ added: entries, known: 0, forked: [] }) }),
  }),
];
