import type { ReactNode } from 'react';
import { isValidElement } from 'react';
import { expect, test } from 'vitest';
import { Entrance } from '../../../renderer/app/Entrance';
import { type EntrancePorts, enter } from '../../../renderer/app/enter';
import { OpeningFailed, OpeningScreen } from '../../../renderer/app/OpeningScreen';
import type { OpenedApp } from '../../../renderer/app/openApp';
import { personId } from '../../../shared/kernel/ids';
import type { Actor } from '../../../shared/kernel/statement';

const head: Actor = { person: personId.of('P001'), role: 'centreHead', unlocked: 'pin' };
type Told = Awaited<ReturnType<EntrancePorts['bridge']['cover']>>;
const told: Told = {
  centre: null,
  zone: 'Europe/Paris',
  people: [{ person: head.person, name: 'MARCHAND Inès', roles: ['centreHead'] }],
  acting: null,
};

function later<T>() {
  let settle: { resolve(value: T): void; reject(error: Error): void } | null = null;
  const promise = new Promise<T>((resolve, reject) => {
    settle = { resolve, reject };
  });
  return {
    promise,
    resolve: (value: T) => settle?.resolve(value),
    reject: (error: Error) => settle?.reject(error),
  };
}

/** A window whose main process and whose journal answer when the test lets them. */
function window(address = '', passVault: Parameters<typeof enter>[0]['passVault'] = async () => undefined) {
  const shown: ReactNode[] = [];
  const cover = later<Told>();
  const opened = later<OpenedApp>();
  enter({
    screen: { render: (node) => shown.push(node) },
    address,
    bridge: { cover: () => cover.promise, unlock: async () => ({ ok: true, value: head }) },
    passVault,
    fetchBehind: async () => ({
      open: () => opened.promise,
      fetchDesk: async () => undefined,
      clock: () => 'the clock',
    }),
  });
  const settled = () => new Promise((done) => setImmediate(done));
  return { cover, opened, last: () => shown.at(-1), settled };
}

const app = (pressing = false): OpenedApp => ({
  pressing,
  screen: (entered) => `desk of ${entered?.person ?? 'nobody'}`,
});

function entrance(node: ReactNode) {
  if (!isValidElement<Parameters<typeof Entrance>[0]>(node) || node.type !== Entrance) throw new Error('no entrance');
  return node.props;
}

test('names are shown before the journal is open; whoever comes in waits for it, and no desk is there before', async () => {
  const { cover, opened, last, settled } = window();
  expect(isValidElement(last()) && last()).toMatchObject({ type: OpeningScreen });
  cover.resolve(told);
  await settled();
  expect(entrance(last())).toMatchObject({ busy: true, entered: false });
  entrance(last()).onUnlock(head);
  expect(entrance(last())).toMatchObject({ busy: true, entered: true });
  opened.resolve(app());
  await settled();
  expect(last()).toBe('desk of P001');
});

test('an open journal leaves who is typing their name where they are, and opens to their code', async () => {
  const { cover, opened, last, settled } = window();
  cover.resolve(told);
  opened.resolve(app());
  await settled();
  expect(entrance(last())).toMatchObject({ busy: false, entered: false });
  entrance(last()).onUnlock(head);
  expect(last()).toBe('desk of P001');
});

test.each([
  ['what must be read', told, app(true)],
  ['a machine nobody has a code for', { ...told, people: [] }, app()],
  ['a machine somebody had unlocked', { ...told, acting: head }, app()],
])('nothing stands before %s', async (_name, said, found) => {
  const { cover, opened, last, settled } = window();
  cover.resolve(said);
  opened.resolve(found);
  await settled();
  expect(last()).toBe('desk of nobody');
});

test('a journal that does not open is told, whoever came in', async () => {
  const { cover, opened, last, settled } = window();
  cover.resolve(told);
  await settled();
  entrance(last()).onUnlock(head);
  opened.reject(new Error('a disk that fails'));
  await settled();
  expect(isValidElement(last()) && last()).toMatchObject({ type: OpeningFailed });
});

test('R44 while the key of the journal is not at hand, what is asked for it is all that is shown', async () => {
  const asked = later<void>();
  const { cover, opened, last, settled } = window('', async (show) => {
    show('the passphrase');
    await asked.promise;
    show(null);
  });
  await settled();
  expect(last()).toBe('the passphrase');
  asked.resolve();
  cover.resolve(told);
  opened.resolve(app());
  await settled();
  expect(entrance(last())).toMatchObject({ busy: false });
});

test('the clock’s window shows the clock', async () => {
  const { last, settled } = window('#/clock');
  await settled();
  expect(last()).toBe('the clock');
});
