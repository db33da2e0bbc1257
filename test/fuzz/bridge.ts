import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { IpcMainInvokeEvent } from 'electron';
import fc from 'fast-check';
import { auditHandlers } from '../../electron/bridge/handlers/audit';
import { journalHandlers } from '../../electron/bridge/handlers/journal';
import { typedHandlers } from '../../electron/bridge/handlers/typed';
import { type Gate, type Handlers, type Listener, serveBridge } from '../../electron/bridge/serve';
import { openJournal } from '../../electron/journal/openJournal';
import { dataKeyOf } from '../../electron/keys/dataKeys';
import { type BridgeMethod, bridgeParsers } from '../../shared/bridge/bridge';
import { methodNames } from '../../shared/bridge/names';
import { accessOf } from '../../shared/centre/access';
import { concernsCover, coverOfStatements } from '../../shared/centre/cover';
import { permit } from '../../shared/centre/permit';
import { packCased } from '../../shared/journal/cased';
import { instant } from '../../shared/kernel/instant';
import { aCasing } from '../support/casings';
import { aDraft, Writer } from '../support/devices';
import { seededNumbers } from '../support/seededNumbers';
import { type Border, holds } from './border';
import { spoiltValue } from './mutate';

const random = seededNumbers(9);
const bytes = (count: number) => Uint8Array.from({ length: count }, () => Math.floor(random() * 256));

/** The journal of a machine in a folder of its own. */
function open(folder: string) {
  return openJournal({
    folder,
    reserve: { letGo: async () => false },
    keys: { inUse: dataKeyOf(new Uint8Array(32).fill(1)), former: [] },
    clock: { now: () => instant.of(Date.UTC(2026, 5, 16)) },
    random: { bytes },
    zone: () => 'Europe/Paris',
    offset: () => null,
    monotonic: () => 0,
    accessOf,
    cover: { concerns: concernsCover, coverOf: coverOfStatements },
    permit,
    learner: { concerns: () => false, meet: () => undefined },
  });
}

const writer = new Writer('elsewhere');
const entry = writer.next('received');
const cased = packCased([{ entry: entry.entry, casing: aCasing().encase(entry.sealed) }]);
const draft = aDraft('', {
  channel: 'session',
  kind: 'staff.published',
  about: { session: 'S' },
  data: { people: [] },
});
const person = { person: 'P-1', role: 'invigilator', pin: '2468' };
const places = { stretches: [{ stream: writer.stream, seq: 0, limit: 10 }] };

/** What a window would send: what is spoilt begins as this. */
const good: Partial<Record<BridgeMethod, unknown>> = {
  saveFile: { suggestedName: 'a.pdf', bytes: new Uint8Array(3) },
  printPdf: { title: 'Page', bytes: new Uint8Array(3) },
  entriesIn: places,
  casedIn: places,
  inscribe: { drafts: [draft, draft], delivery: 1 },
  adopt: { cased },
  unlock: person,
  hashPin: { pin: '2468' },
  choosePassphrase: { passphrase: 'trois petits chats gris' },
  typePassphrase: { passphrase: 'trois petits chats gris' },
  typeRecoveryCode: { code: 'ABCD' },
  startSafeCopy: { rooms: true },
  keepRoomStates: { pages: [{ name: 'salle.pdf', bytes: new Uint8Array(3) }] },
  openCopy: { code: 'ABCD' },
  keepTyped: { person: 'installation', place: 'incident', text: 'Une alarme.' },
  typed: { place: 'incident' },
  enrol: { address: 'https://siege.example', code: 'ABCD-EFGH' },
  serve: { on: true },
  tryAddress: { address: '192.168.1.20:47110' },
  endsOfDevice: { device: 'A'.repeat(43) },
  joinByLink: { link: 'cachet://rejoindre?poste=A' },
  joinByCode: { address: '192.168.1.20', code: 'ABCDE-FGHJK' },
  lookNearby: { on: true },
};

/** Handlers that do something else than answer from the journal are left out: what reaches them has parsed. */
function handlersOver(journal: ReturnType<typeof open>): Handlers {
  const stubbed = Promise.reject(new Error('reached'));
  stubbed.catch(() => undefined);
  const reached = () => stubbed;
  return {
    ...journalHandlers(journal, { bytes }, { takes: async () => true }, () => () => undefined),
    ...auditHandlers(journal, () => 0),
    ...typedHandlers(journal),
    environment: reached,
    openClock: reached,
    closeClock: reached,
    openDelivery: reached,
    saveFile: reached,
    printPdf: reached,
    cover: reached,
    disk: reached,
    hashPin: reached,
    vaultState: reached,
    choosePassphrase: reached,
    typePassphrase: reached,
    encased: reached,
    typeRecoveryCode: reached,
    goOnWithoutOldKeys: reached,
    restart: reached,
    machine: reached,
    keyFile: reached,
    safeCopyState: reached,
    chooseCopyFolder: reached,
    startSafeCopy: reached,
    newCopyCode: reached,
    stopSafeCopy: reached,
    copyNow: reached,
    keepRoomStates: reached,
    chooseCopy: reached,
    openCopy: reached,
    restoreCopy: reached,
    leaveCopy: reached,
    exchangeState: reached,
    enrol: reached,
    leaveServer: reached,
    exchangeNow: reached,
    openPortal: reached,
    receivedThere: reached,
    carryState: reached,
    chooseKey: reached,
    writeKey: reached,
    readKey: reached,
    takeFromKey: reached,
    leaveKey: reached,
    networkState: reached,
    serve: reached,
    tryAddress: reached,
    networkNow: reached,
    examineNetwork: reached,
    endsOfDevice: reached,
    pair: reached,
    pairingState: reached,
    endPairing: reached,
    joinByLink: reached,
    joinByCode: reached,
    joiningState: reached,
    leaveJoining: reached,
    lookNearby: reached,
    allowCamera: reached,
    receivedAtRelay: reached,
    passedByRelays: reached,
  };
}

const desk = { url: 'app://cachet/index.html', origin: 'app://cachet', parent: null };
const call = fc
  .constantFrom(...methodNames)
  .chain((method) => spoiltValue(good[method]).map((raw) => ({ method, raw })));

/** Everything a window may send: refused at the gate or answered as promised, and the journal keeps what it acknowledged. */
export const bridge: readonly Border[] = [
  {
    name: 'what a window sends over the bridge',
    async run(asked) {
      const folder = mkdtempSync(path.join(tmpdir(), 'cachet-fuzz-'));
      const journal = open(folder);
      const listeners = new Map<string, Listener>();
      const gate: Gate = { handle: (channel, listener) => listeners.set(channel, listener) };
      serveBridge(gate, handlersOver(journal));
      const { box } = await journal;
      const event: IpcMainInvokeEvent = Object.assign(Object.create(null), { senderFrame: desk, sender: {} });
      const ask = fc.asyncProperty(call, async ({ method, raw }) => {
        await box.append([]); // what was inscribed before is written
        const before = box.count;
        try {
          await listeners.get(`cachet:${method}`)?.(event, raw);
        } catch (error) {
          holds(error instanceof Error, 'a call is refused by an error');
          const parsed = bridgeParsers[method].input.safeParse(raw).success;
          holds(
            parsed || (error instanceof Error && error.message.startsWith(`${method}: refused`)),
            `by accident: ${error}`,
          );
          holds(box.count === before, 'a call that was refused left something behind');
        }
      });
      try {
        await fc.assert(ask, asked);
        await box.close();
        const { count } = box;
        const again = await open(folder);
        holds(again.report.entries === count && again.report.forged === 0, 'what was kept is there again');
        await again.box.close();
      } finally {
        rmSync(folder, { recursive: true });
      }
    },
  },
];
