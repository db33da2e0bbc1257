import { expect, it } from 'vitest';
import { isNode, nodesOf, sourcesOf } from '../../../build/sources.mjs';

/** What would lead out of the program: other programs, the network, crash dumps, updates, links of the system. */
const leadingOut = ['openExternal', 'setAsDefaultProtocolClient', 'crashReporter', 'autoUpdater', 'netLog'];

it('nothing but the login of a network in the way opens an address outside, nothing answers the system’s links, dumps memory or updates itself', () => {
  const found = sourcesOf(['electron']).flatMap((source) =>
    nodesOf(source)
      .filter((node) => isNode(node) && node.type === 'Identifier' && leadingOut.includes(String(node.name)))
      .map((node) => `${source.file}: ${node.name}`),
  );
  expect(found).toEqual(['electron/exchange/startExchange.ts: openExternal']);
});
