import { expect, test } from 'vitest';
import { delivered } from '../../../electron/journal/delivered';
import { WindowJournal } from '../../../renderer/journal/windowJournal';
import { withoutKeys } from '../../../shared/journal/closed';
import { packDelivered, unpackDelivered } from '../../../shared/journal/delivered';
import { memoryJournal } from '../../../shared/journal/memoryJournal';
import type { VerifiedEntry } from '../../../shared/journal/verify';
import { unwrap } from '../../../shared/kernel/result';
import { aDraft, Writer } from '../../support/devices';
import { deviceNamed, grantedTo, Headquarters, published, terms, wrapped, wrappingOf } from '../../support/grants';
import { baseSide, fileSide } from '../../support/memoryDesk';

test('CLOSED CHANNELS what came closed is handed over again, opened, once a grant brings its key', async () => {
  const grant = new Headquarters().gives(deviceNamed('desk'), terms([wrapped('marks', wrappingOf('desk').publicKey)]));
  const granted = grantedTo('desk', [published(), grant]);
  const mark = { channel: 'marks', kind: 'mark.entered', about: { script: 'K-1' }, data: { mark: '14,25' } } as const;
  const jury = new Writer('jury', undefined, null, 'marks', granted);
  const box = memoryJournal();
  unwrap(await box.append([jury.next('', aDraft('', mark)), jury.next('', aDraft('', mark))]));

  let keys: typeof withoutKeys = withoutKeys;
  const { side } = fileSide(box);
  const received: VerifiedEntry[] = [];
  const journal = new WindowJournal({
    file: {
      ...side,
      async entriesIn({ stretches }) {
        const sealed = unpackDelivered(await side.entriesIn({ stretches }));
        const streams = stretches.map(({ stream }) => stream);
        return packDelivered(delivered(keys, streams, sealed));
      },
    },
    base: baseSide().client,
    received: (entries) => received.push(...entries),
    baseChanged: () => undefined,
    later: () => undefined,
    forReading: async () => false,
    breath: async () => undefined,
  });
  await journal.takeNews();
  expect(received.map(({ entry }) => entry.data)).toEqual([null, null]);

  keys = granted;
  unwrap(await box.append([grant]));
  await journal.takeNews();
  const again = received.slice(2).filter(({ entry }) => entry.kind === 'mark.entered');
  expect(again.map(({ entry }) => entry.data)).toEqual([mark.data, mark.data]);
  expect(again.map(({ entry }) => entry.id)).toEqual(received.slice(0, 2).map(({ entry }) => entry.id));

  const count = received.length;
  unwrap(await box.append(new Writer('elsewhere').run(1)));
  await journal.takeNews();
  expect(received).toHaveLength(count + 1);
});
