import type { IpcMainInvokeEvent } from 'electron';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { auditHandlers } from '../../../electron/bridge/handlers/audit';
import { copiesHandlers } from '../../../electron/bridge/handlers/copies';
import { exchangeHandlers } from '../../../electron/bridge/handlers/exchange';
import { journalHandlers } from '../../../electron/bridge/handlers/journal';
import { networkHandlers } from '../../../electron/bridge/handlers/network';
import { pairingHandlers } from '../../../electron/bridge/handlers/pairing';
import { typedHandlers } from '../../../electron/bridge/handlers/typed';
import { vaultHandlers } from '../../../electron/bridge/handlers/vault';
import { type Gate, type Handlers, serveBridge } from '../../../electron/bridge/serve';
import { auditMethods } from '../../../shared/bridge/audit';
import { type BridgeMethod, bridgeMethods, bridgeParsers } from '../../../shared/bridge/bridge';
import { copiesMethods } from '../../../shared/bridge/copies';
import { deliveryMethods } from '../../../shared/bridge/delivery';
import { exchangeMethods } from '../../../shared/bridge/exchange';
import { journalMethods } from '../../../shared/bridge/journal';
import { networkMethods } from '../../../shared/bridge/network';
import { pairingMethods } from '../../../shared/bridge/pairing';
import { typedMethods } from '../../../shared/bridge/typed';
import { vaultMethods } from '../../../shared/bridge/vault';

const desk = { url: 'app://cachet/index.html#/salle', origin: 'app://cachet', parent: null };

const handlers: Handlers = {
  environment: () => ({
    version: '1.0.0',
    electron: '1',
    platform: 'linux',
    packaged: true,
    demonstrationRequested: false,
    requestsRefused: 0,
  }),
  openClock: () => {},
  closeClock: () => {},
  openDelivery: () => {},
  saveFile: ({ suggestedName, bytes }) => ({ outcome: 'saved', path: `${suggestedName}:${bytes.length}` }),
  printPdf: () => ({ outcome: 'no-printer' }),
  cover: () => new Promise(() => undefined),
  disk: () => ({ level: 'ample' }),
  ...journalHandlers(
    new Promise(() => undefined),
    { bytes: (count) => new Uint8Array(count) },
    { takes: async () => true },
    () => () => undefined,
  ),
  ...auditHandlers(new Promise(() => undefined), () => 0),
  ...vaultHandlers(new Promise(() => undefined), new Promise(() => undefined), { relaunch() {}, quit() {} }),
  ...copiesHandlers(new Promise(() => undefined), new Promise(() => undefined), {
    folder: async () => null,
    file: async () => null,
  }),
  ...typedHandlers(new Promise(() => undefined)),
  ...exchangeHandlers(new Promise(() => undefined)),
  ...networkHandlers(new Promise(() => undefined)),
  ...pairingHandlers(new Promise(() => undefined), { allowOnce: () => undefined }),
};

/** The gate as a window meets it: a channel, what it sends, and the frame it sends from. */
function gate() {
  const listeners = new Map<string, (event: IpcMainInvokeEvent, raw: unknown) => Promise<unknown>>();
  const port: Gate = { handle: (channel, listener) => listeners.set(channel, listener) };
  serveBridge(port, handlers);
  const ask = async (channel: string, raw: unknown, senderFrame: object | null = desk) => {
    const event = Object.assign(Object.create(null), { senderFrame, sender: {} });
    return listeners.get(channel)?.(event, raw);
  };
  return { channels: [...listeners.keys()], ask };
}

const wrongSenders: readonly (readonly [string, object | null])[] = [
  ['no frame', null],
  ['a frame inside the page', { ...desk, parent: {} }],
  ['another origin', { ...desk, origin: 'app://elsewhere' }],
  ['an opaque origin', { ...desk, origin: 'null' }],
  ['another page', { ...desk, url: 'app://cachet/other.html' }],
  ['an address that only begins like the desk’s', { ...desk, url: 'app://cachet/index.html.evil' }],
];

const methods = Object.keys(bridgeMethods).filter((name): name is BridgeMethod => name in bridgeMethods);

describe('the gate', () => {
  it('has one channel for each method, and no other', () => {
    expect(gate().channels).toEqual([
      'cachet:environment',
      'cachet:openClock',
      'cachet:closeClock',
      'cachet:saveFile',
      'cachet:printPdf',
      'cachet:cover',
      'cachet:disk',
      ...Object.keys({
        ...journalMethods,
        ...deliveryMethods,
        ...vaultMethods,
        ...auditMethods,
        ...copiesMethods,
        ...typedMethods,
        ...exchangeMethods,
        ...networkMethods,
        ...pairingMethods,
      }).map((method) => `cachet:${method}`),
    ]);
  });

  it('answers the desk’s page', async () => {
    const answer = await gate().ask('cachet:saveFile', { suggestedName: 'a.pdf', bytes: new Uint8Array(3) });
    expect(answer).toEqual({ outcome: 'saved', path: 'a.pdf:3' });
  });

  it.each(wrongSenders)('answers %s on no channel', async (_name, frame) => {
    const { channels, ask } = gate();
    for (const channel of channels)
      await expect(ask(channel, undefined, frame), channel).rejects.toThrow('refused, not asked');
  });

  it('takes on each channel nothing but what its method parses', async () => {
    const { ask } = gate();
    const anything = fc.anything({ withBigInt: true, withDate: true, withMap: true, withTypedArray: true });
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...methods), anything, async (method, raw) => {
        const parsed = bridgeParsers[method].input.safeParse(raw).success;
        if (!parsed) await expect(ask(`cachet:${method}`, raw)).rejects.toThrow(/: refused, /);
      }),
      { seed: 20_260_615, numRuns: 500 },
    );
  });

  it.each([
    ['nothing', undefined],
    ['bytes that are not bytes', { suggestedName: 'a.pdf', bytes: [1, 2] }],
    ['a name with a folder', { suggestedName: 'b/a.pdf', bytes: new Uint8Array(1) }],
    ['a name too long', { suggestedName: 'a'.repeat(201), bytes: new Uint8Array(1) }],
  ])('refuses %s where a file is to be saved', async (_name, raw) => {
    await expect(gate().ask('cachet:saveFile', raw)).rejects.toThrow('saveFile: refused');
  });
});
