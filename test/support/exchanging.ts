import { randomBytes } from 'node:crypto';
import { Agent, request } from 'node:http';
import { checksAhead } from '../../node/checkedAhead';
import { ed25519Check } from '../../node/ed25519';
import { zip } from '../../node/zip';
import { CONTENT_TYPE, PATHS, PROTOCOL_HEADER } from '../../shared/exchange/http';
import type { CentreCode } from '../../shared/exchange/names';
import type { Net, Reply } from '../../shared/exchange/reply';
import { type EarlyPull, openTalk, type Side, type Stepped, step } from '../../shared/exchange/step';
import type { Journal } from '../../shared/journal/journal';
import { instant } from '../../shared/kernel/instant';
import type { Signer } from '../../shared/kernel/ports';
import { ok } from '../../shared/kernel/result';
import { memoryQuarantine, memoryReceipts, welcomesAll } from './exchange';
import type { Reached } from './lightDevice';

/**
 * Exchanges as a desk does until it is level with headquarters: the product's own steps over real HTTP, everything
 * verified, the journal in memory. Throws on any trouble.
 */
export async function untilLevel(to: Reached, signer: Signer, centre: CentreCode, journal: Journal): Promise<void> {
  const agent = new Agent({ keepAlive: true });
  const net: Net = { ask: async (type, body) => ok(await posted(agent, `${to.url}${PATHS[type]}`, body)) };
  const check = ed25519Check();
  const side: Side = {
    server: to.key,
    centre,
    signer,
    clock: { now: () => instant.of(Date.now()) },
    random: { bytes: (count) => new Uint8Array(randomBytes(count)) },
    journal,
    check,
    ahead: checksAhead(check),
    quarantine: memoryQuarantine(),
    judge: welcomesAll,
    receipts: memoryReceipts(),
    zip,
    steady: () => performance.now(),
    net,
  };
  let talk = await openTalk(side);
  let early: EarlyPull | null = null;
  for (;;) {
    const stepped: Stepped = await step(talk, side, early);
    ({ talk, early } = stepped);
    if (talk.trouble) throw new Error(JSON.stringify(talk.trouble));
    if (stepped.waitUntil !== null && stepped.waitUntil >= talk.recheckAt) break;
  }
  agent.destroy();
}

function posted(agent: Agent, url: string, body: Uint8Array): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const headers = { 'content-type': CONTENT_TYPE, [PROTOCOL_HEADER]: '1', 'content-length': body.length };
    const asked = request(url, { method: 'POST', agent, headers }, (reply) => {
      const parts: Buffer[] = [];
      reply.on('data', (part: Buffer) => parts.push(part));
      reply.on('error', reject);
      reply.on('end', () =>
        resolve({
          status: reply.statusCode ?? 0,
          headers: {
            'content-type': reply.headers['content-type'] ?? null,
            [PROTOCOL_HEADER]: String(reply.headers[PROTOCOL_HEADER] ?? ''),
          },
          redirection: null,
          certificate: null,
          body: new Uint8Array(Buffer.concat(parts)),
        }),
      );
    });
    asked.on('error', reject);
    asked.end(body);
  });
}
