import { deviceOfKey } from '../journal/launch';
import { type Asker, helloFrom, type Prepared, pullFrom, pushFrom, tellFrom } from './asking';
import { believed } from './believe';
import { reckoned } from './credit';
import { digested } from './digest';
import { type Holdings, holdingsOf } from './holdings';
import { differenceOf } from './look';
import type { Answer } from './messages';
import { type Act, nextAct } from './next';
import { answered, doubting, failed, type Moment, succeeded } from './outcome';
import { chanceOf } from './pacing';
import { emptyBook, type Receipts, trueTo } from './receiptBook';
import type { ReceivingPorts } from './receive';
import type { Net, Reply, Zip } from './reply';
import { bookOf, newTalk, type Talk } from './talk';

/** One side of an exchange: a replica, and its way to a server. */
export interface Side extends Asker, ReceivingPorts {
  readonly receipts: Receipts;
  readonly net: Net;
  readonly zip: Zip;
  /** Milliseconds of a clock that only goes forward, from any beginning. */
  steady(): number;
}

/** A talk with what was kept of the one before. */
export async function openTalk(side: Side): Promise<Talk> {
  const book = (await side.receipts.load(side.server)) ?? emptyBook;
  return newTalk(deviceOfKey(side.signer.publicKey), trueTo(book, side.server, side.check));
}

export interface Stepped {
  readonly talk: Talk;
  /** When to step again by the steady clock, unless something happens before; null for at once. */
  readonly waitUntil: number | null;
}

/**
 * One step of `exchange(local, remote)`: looks how the two differ, does the one thing that comes next, and digests what
 * became of it. Whatever it is cut by, the next program begins anew from journal and receipt book and loses nothing.
 */
export async function step(talk: Talk, side: Side): Promise<Stepped> {
  const holdings = await holdingsOf(side.journal);
  const difference = await differenceOf(holdings, talk);
  const known = difference.broken.length > 0 ? doubting(talk, difference.broken) : talk;
  const ready = await reckoned(known, holdings);
  const act = nextAct(ready, difference, side.steady());
  if (act.kind === 'wait') return { talk: await kept(ready, side), waitUntil: act.until };
  const after = await done(act, ready, holdings, side);
  return { talk: await kept(after, side), waitUntil: null };
}

type Doing = Exclude<Act, { kind: 'wait' }>;

async function done(act: Doing, talk: Talk, holdings: Holdings, side: Side): Promise<Talk> {
  const asked = await preparedFor(act, talk, holdings, side);
  const began = side.steady();
  const reply = await side.net.ask(asked.type, await side.zip.gzip(asked.frame));
  const moment: Moment = { now: side.steady(), chance: chanceOf(side.random) };
  if (!reply.ok) return failed(talk, reply.error, moment);
  const came = await believed(reply.value, { server: side.server, nonce: asked.nonce, type: asked.type }, side);
  if (!came.ok) return failed(talk, came.error, moment);
  const { answer } = came.value;
  const heard = answered(noticed(talk, answer, reply.value, side, moment.now - began), answer);
  // Told against what was believed of the store before it was replaced: only what is told anew is whole
  if (answer.type === 'told' && talk.theirs && !heard.theirs) return succeeded(heard);
  const outcome = await digested(act, heard, came.value, holdings, side, moment);
  return outcome.ok ? succeeded(outcome.value) : failed(outcome.error.talk, outcome.error.trouble, moment);
}

async function preparedFor(act: Doing, talk: Talk, holdings: Holdings, side: Side): Promise<Prepared> {
  switch (act.kind) {
    case 'hello':
      return helloFrom(side);
    case 'tell':
      return tellFrom(side, talk);
    case 'push':
      return pushFrom(side, talk, holdings, act.streams);
    case 'pull':
      return pullFrom(side, talk, holdings, act.streams);
  }
}

/** Compares clocks, and whose certificate was shown. */
function noticed(talk: Talk, answer: Answer, { certificate }: Reply, side: Side, took: number): Talk {
  const clock = { ahead: Math.round(answer.at - (side.clock.now() - took / 2)), within: Math.ceil(took / 2) };
  const timed = { ...talk, notices: { ...talk.notices, clock } };
  if (answer.type === 'welcome') {
    const inspected = answer.certificate !== null && certificate !== null && answer.certificate !== certificate;
    return { ...timed, shown: certificate, notices: { ...timed.notices, inspected } };
  }
  // Another way than the one of the hello, or another certificate of the server's: it will say which
  return certificate === null || certificate === talk.shown ? timed : { ...timed, protocol: null };
}

/** Keeps the receipt book when it has changed; what cannot be kept is tried again at the next step, and told. */
async function kept(talk: Talk, side: Side): Promise<Talk> {
  if (!talk.unkept) return talk;
  const keeping = await side.receipts.keep(side.server, bookOf(talk));
  if (keeping.ok) return { ...talk, unkept: false };
  return { ...talk, trouble: { kind: 'storage', reason: keeping.error.reason } };
}
