import type { ScribePorts } from '../../../electron/journal/scribe';
import type { JournalClient } from '../../../renderer/journal/journalClient';
import { packCased } from '../../../shared/journal/cased';
import { clonedDevices } from '../../../shared/journal/clones';
import { decode } from '../../../shared/journal/entry';
import type { Journal } from '../../../shared/journal/journal';
import { verifyEntry } from '../../../shared/journal/verify';
import { instant } from '../../../shared/kernel/instant';
import { err, ok } from '../../../shared/kernel/result';
import { encased, uncased } from '../encased';
import { planted } from './planted';

/** The ports of a scribe whose journal is another one. */
function writingTo(ports: ScribePorts, append: Journal['append']): ScribePorts {
  const { journal } = ports;
  return {
    ...ports,
    journal: {
      frontier: () => journal.frontier(),
      after: (stream, seq, limit) => journal.after(stream, seq, limit),
      forks: () => journal.forks(),
      append,
    },
  };
}

const nothingAdded: Awaited<ReturnType<JournalClient['append']>> = ok({ added: 0, known: 0, forked: 0 });

export const plantedInJournal = [
  planted('the entry before is not checked in what is handed over', {
    file: (file, box) => ({
      ...file,
      async adopt({ cased }) {
        const verified = uncased(cased).flatMap((sealed) => {
          const entry = decode(sealed.bytes);
          const before = entry?.prev && entry.seq > 1 ? { seq: entry.seq - 1, id: entry.prev } : null;
          const result = verifyEntry(() => true, before, sealed);
          return result.ok ? [result.value] : [];
        });
        const appended = await box.append(verified);
        if (!appended.ok) throw new Error('what was admitted fits the journal');
        return ok({ adopted: appended.value.added.length, known: appended.value.known, refused: 0, unreadable: 0 });
      },
    }),
  }),
  planted('signatures are not checked', { check: () => () => true }),
  planted('of a fork, the branch that comes later is dropped', {
    file: (file, box) => ({
      ...file,
      async adopt({ cased }) {
        const frontier = await box.frontier();
        const kept = [];
        for (const sealed of uncased(cased)) {
          const entry = decode(sealed.bytes);
          if (!entry || entry.seq > (frontier.get(entry.stream)?.seq ?? 0)) kept.push(sealed);
        }
        return file.adopt({ cased: encased(kept) });
      },
    }),
  }),
  planted('half a gesture is committed: each entry by itself', {
    scribe: (ports) =>
      writingTo(ports, async (entries) => {
        const { journal } = ports;
        const added = [];
        for (const entry of entries) {
          const appended = await journal.append([entry]);
          if (!appended.ok) return appended;
          added.push(...appended.value.added);
        }
        return ok({ added, known: 0, forked: [] });
      }),
  }),
  planted('a new launch goes on in the stream of the one before', {
    scribe: (ports) => ({ ...ports, random: { bytes: (count) => new Uint8Array(count).fill(7) } }),
  }),
  planted('a write is refused when the clock has gone back', {
    scribe: (ports) => {
      let last = instant.of(0);
      return writingTo(ports, async (entries) => {
        const now = ports.clock.now();
        if (now < last) return err({ kind: 'storage', reason: 'failed' });
        last = now;
        return ports.journal.append(entries);
      });
    },
  }),
  planted('what came from elsewhere does not move the clock', { hears: false }),
  planted('the device is not told of as a clone', { clonedDevices: () => [] }),
  planted('a stream that branches off inside another is not taken for a clone', {
    clonedDevices: (streams, forks) => clonedDevices(streams, forks, new Set()),
  }),
];

export const plantedInDatabase = [
  planted('an error of the database is swallowed', {
    base: (base) => ({
      ...base,
      async append(input) {
        const appended = await base.append(input);
        return appended.ok ? appended : nothingAdded;
      },
    }),
  }),
  planted('the database answers before its commit is durable', {
    base: (base) => ({
      ...base,
      async append(input) {
        void base.append(input);
        return nothingAdded;
      },
    }),
  }),
  planted('an empty database is trusted over the file', {
    file: (file, _box, base) => ({
      ...file,
      async frontier() {
        const census = await base.census();
        return census.ok && census.value.entries > 0 ? file.frontier() : [];
      },
    }),
  }),
  planted('levelling forgets the forks', {
    file: (file) => ({ ...file, casedForks: async () => packCased([]) }),
  }),
];
