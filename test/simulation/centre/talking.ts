import { gunzipSync, gzipSync } from 'node:zlib';
import { CONTENT_TYPE, PROTOCOL_HEADER } from '../../../shared/exchange/http';
import { centreCode, serverId } from '../../../shared/exchange/names';
import type { Reply } from '../../../shared/exchange/reply';
import { type EarlyPull, openTalk, type Side, type Stepped, step } from '../../../shared/exchange/step';
import { instant } from '../../../shared/kernel/instant';
import { err, ok } from '../../../shared/kernel/result';
import { aCentre } from '../../support/copies';
import { zip } from '../../support/exchange';
import type { Chance } from '../chance';
import { cheapKeys } from '../keys';
import type { CentreMachine } from './machine';

const cut = { kind: 'unreachable', how: 'reset' } as const;
const mostSteps = 200;

/** After how many requests the network is gone, and whether the relay heard the last of them. */
export interface Cut {
  readonly after: number;
  readonly heard: boolean;
}

/** One machine asks another until both are level, or as level as they let each other be. */
export async function asks(
  asker: CentreMachine,
  relay: CentreMachine,
  at: { readonly now: number; readonly chance: Chance; readonly cut: Cut | null },
): Promise<void> {
  let requests = 0;
  let steady = 0;
  let gone = false;
  const side: Side = {
    server: serverId.of(relay.device),
    centre: centreCode.of(aCentre.code),
    signer: asker.signer,
    clock: { now: () => instant.of(at.now) },
    random: at.chance,
    journal: asker.journal,
    check: cheapKeys.check,
    ahead: async () => cheapKeys.check,
    quarantine: asker.quarantine,
    judge: asker.judge,
    receipts: asker.receipts,
    zip,
    steady: () => steady,
    net: {
      async ask(_type, body) {
        gone ||= at.cut !== null && ++requests > at.cut.after;
        if (gone && !at.cut?.heard) return err(cut);
        const frame = await relay.answers(new Uint8Array(gunzipSync(body)), at.now);
        return gone ? err(cut) : ok(replyWith(new Uint8Array(gzipSync(frame, { level: 1 }))));
      },
    },
  };
  let talk = await openTalk(side);
  let early: EarlyPull | null = null;
  for (let count = 0; count < mostSteps && !gone; count++) {
    const stepped: Stepped = await step(talk, side, early);
    ({ talk, early } = stepped);
    await asker.learn();
    const { waitUntil } = stepped;
    if (talk.trouble?.kind === 'refused') return;
    if (waitUntil === null) continue;
    if (talk.failures === 0 && waitUntil >= talk.recheckAt) return;
    steady = Math.max(steady, waitUntil);
  }
  if (!gone) throw new Error(`${asker.name} and ${relay.name} never come level: ${JSON.stringify(talk.trouble)}`);
}

function replyWith(body: Uint8Array): Reply {
  const headers = { 'content-type': CONTENT_TYPE, [PROTOCOL_HEADER]: '1' } as const;
  return { status: 200, headers, redirection: null, certificate: null, body };
}
