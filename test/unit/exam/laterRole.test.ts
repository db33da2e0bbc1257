import { describe, expect, test } from 'vitest';
import { checksAhead } from '../../../node/checkedAhead';
import { namesIn } from '../../../renderer/chronicle/names';
import { sentenceOf } from '../../../renderer/text/chronicle';
import { roleSaid } from '../../../renderer/text/roles';
import { accessOf } from '../../../shared/centre/access';
import { grantsOf } from '../../../shared/centre/grants';
import { permit } from '../../../shared/centre/permit';
import { rightsOf } from '../../../shared/centre/rights';
import { apply } from '../../../shared/exam/apply';
import { emptyState } from '../../../shared/exam/state';
import { receive } from '../../../shared/exchange/receive';
import { decode, type EntryBody, encode, idOf, type SealedEntry, signedBytes } from '../../../shared/journal/entry';
import { memoryJournal } from '../../../shared/journal/memoryJournal';
import { fromUtf8 } from '../../../shared/kernel/bytes';
import { streamId } from '../../../shared/kernel/ids';
import { unwrap } from '../../../shared/kernel/result';
import type { Draft } from '../../../shared/kernel/statement';
import { aSigner, ed25519, Writer } from '../../support/devices';
import { deviceNamed, Headquarters, office, published, terms } from '../../support/grants';

const names = namesIn(emptyState, () => null);
const granting: Partial<Draft> = {
  channel: 'session',
  kind: 'access.granted',
  about: { person: 'P-9' },
  data: { roles: ['centreHead'], pinHash: '$argon2id$made-up' },
};

/** An entry as a later version would write it: by a role, or into a channel, that this one does not know. */
function later(change: Partial<EntryBody>, device = 'later'): SealedEntry {
  const { sealed } = new Writer(device, 'AAAAAAAAAAA', null, 'session').next('', granting, office);
  const bytes = encode({ ...JSON.parse(fromUtf8(sealed.bytes) ?? ''), ...change });
  return { bytes, signature: aSigner(device).sign(signedBytes(bytes)) };
}

const byObserver = later({ by: { ...office, role: 'juryObserver', unlocked: 'card' } });
const elsewhere = later({ stream: streamId.of(`${deviceNamed('later')}.AAAAAAAAAAA.appeals`) });

describe.each([
  { of: 'role', sealed: byObserver },
  { of: 'channel', sealed: elsewhere },
])('FAULT 41 an entry of a $of that only a later version knows', ({ sealed }) => {
  const entry = decode(sealed.bytes);
  if (!entry) throw new Error('it is an entry');

  test('is an entry, kept in its chain with its exact bytes and handed on', async () => {
    const journal = memoryJournal();
    const grants = grantsOf([published().entry]);
    const received = await receive(
      {
        journal,
        ahead: checksAhead(ed25519),
        quarantine: { holdsAside: async () => false, keep: async () => ({ ok: true, value: undefined }) },
        judge: (each) => {
          const rights = rightsOf(each, grants);
          return rights.ok ? null : { because: rights.error.because, held: 'in-chain' };
        },
      },
      [sealed],
    );
    expect(unwrap(received)).toMatchObject({ quarantined: [], gaps: [] });
    const [kept] = await journal.after(entry.stream, 0, 1);
    expect(kept?.sealed).toEqual(sealed);
    expect(idOf(kept?.sealed.bytes ?? new Uint8Array())).toBe(entry.id);
  });

  test('is counted, told as written by a later version, and gives nobody any right', () => {
    const state = apply(emptyState, [published().entry, entry]);
    expect([...state.unread]).toEqual([entry.id]);
    expect(state.shelves.get('access')).toBeUndefined();
    expect(accessOf([entry]).size).toBe(0);
    expect(sentenceOf(entry, names)).toBe('Saisie d’une version plus récente (access.granted)');
  });
});

test('FAULT 41 a role that only a later version knows is told as such, and may write nothing here', () => {
  expect(roleSaid('juryObserver')).toBe('Rôle d’une version plus récente');
  expect(roleSaid('centreHead')).toBe('Chef de centre');
  for (const kind of ['access.granted', 'attendance.recorded', 'machine.secured'])
    expect(permit('juryObserver', kind)).toBe(false);
  expect(permit('constructor', 'machine.secured')).toBe(false);
});

test('FAULT 41 a later version’s role is judged by its device all the same: what it may not read it does not write', () => {
  const ended = (() => {
    const hq = new Headquarters();
    const given = hq.gives(deviceNamed('later'), terms([]), [], 0);
    return grantsOf([published(), given, hq.ends(deviceNamed('later'), [given.entry.id], 1)].map(({ entry }) => entry));
  })();
  const entry = decode(byObserver.bytes);
  expect(entry && rightsOf(entry, ended)).toMatchObject({ ok: false, error: { because: 'ended' } });
});
