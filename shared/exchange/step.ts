import { deviceOfKey } from '../journal/launch';
import type { Instant } from '../kernel/instant';
import type { SignatureCheck } from '../kernel/ports';
import { type Asked, asking } from './asked';
import { type Asker, helloFrom, pullFrom, pushFrom, tellFrom } from './asking';
import { believed } from './believe';
import { comparedWith, learntFrom, steadier } from './centreTime';
import { reckoned } from './credit';
import { digested } from './digest';
import { type Question, questionAfter, questionOf, sameQuestion } from './early';
import { type Holdings, holdingsOf } from './holdings';
import { type Difference, differenceOf } from './look';
import type { Answer } from './messages';
import type { Portion } from './missing';
import type { Epoch } from './names';
import { type Act, nextAct } from './next';
import { answered, doubting, failed, type Moment, succeeded } from './outcome';
import { chanceOf, jittered } from './pacing';
import { emptyBook, type Receipts, trueTo } from './receiptBook';
import type { ReceivingPorts } from './receive';
import type { Net, Reply, Zip } from './reply';
import { bookOf, newTalk, type Talk } from './talk';
import type { Trouble } from './trouble';

/** One side of an exchange: a replica, and its way to a server. */
export interface Side extends Asker, ReceivingPorts {
  readonly check: SignatureCheck;
  readonly receipts: Receipts;
  readonly net: Net;
  readonly zip: Zip;
  /** Milliseconds of a clock that only goes forward, from any beginning. */
  steady(): number;
  /** Where the server is a relay of the centre: what it tells beside the exchange. */
  readonly beside?: Beside;
}

/** What relays tell beside what all servers do. */
export interface Beside {
  /** The last of headquarters' receipts that this relay passed on in that epoch of its own; null to be passed none. */
  receiptsAfter(epoch: Epoch | null): number | null;
  told(answer: Extract<Answer, { type: 'told' }>, at: Instant): Promise<void>;
  /** It is told anew at least as often, in milliseconds, so that the relay knows that this machine is there. */
  readonly beat: number;
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
  /** The next pull, where it was sent already. */
  readonly early: EarlyPull | null;
}

/** A pull that was sent while the batch before it was being taken in. */
export interface EarlyPull {
  readonly question: Question;
  readonly portion: Portion;
  readonly asked: Asked;
}

/**
 * One step of `exchange(local, remote)`: looks how the two differ, does the one thing that comes next, and digests what
 * became of it. Whatever it is cut by, the next program begins anew from journal and receipt book and loses nothing.
 * @param early what the step before has sent already, if anything: its answer is used where the same would be asked
 *   now, else it is of no use. Left out, nothing is sent early.
 */
export async function step(talk: Talk, side: Side, early?: EarlyPull | null): Promise<Stepped> {
  const holdings = await holdingsOf(side.journal);
  const difference = await differenceOf(holdings, talk);
  const known = difference.broken.length > 0 ? doubting(talk, difference.broken) : talk;
  const ready = await reckoned(known, holdings);
  const look = { talk: ready, difference, holdings };
  const asked = early && (await stillAsked(early, look, side.steady()));
  const act: Act = asked
    ? { kind: 'pull', streams: early.question.streams }
    : nextAct(ready, difference, side.steady());
  if (act.kind === 'wait') return { talk: await kept(ready, side), waitUntil: act.until, early: null };
  const after = await done(act, look, side, asked ?? (await sent(act, look, side)), early !== undefined);
  return { talk: await kept(after.talk, side), waitUntil: null, early: after.early };
}

type Doing = Exclude<Act, { kind: 'wait' }>;

interface Look {
  readonly talk: Talk;
  readonly difference: Difference;
  readonly holdings: Holdings;
}

/** What was sent early, if nothing keeps it from being asked now and it would be the same. */
async function stillAsked(
  { question, portion, asked }: EarlyPull,
  { talk, difference, holdings }: Look,
  now: number,
): Promise<Asked | null> {
  if (now < talk.notBefore || talk.challenge === null || talk.theirs === null) return null;
  if (portion.entries !== talk.portion.entries || portion.bytes !== talk.portion.bytes) return null;
  return sameQuestion(question, await questionOf(talk, difference, holdings)) ? asked : null;
}

async function done(
  act: Doing,
  look: Look,
  side: Side,
  { type, nonce, heard }: Asked,
  mayAskEarly: boolean,
): Promise<Pick<Stepped, 'talk' | 'early'>> {
  const { talk, holdings } = look;
  const { reply, took, at } = await heard;
  const moment: Moment = { now: side.steady(), chance: chanceOf(side.random) };
  const failing = (before: Talk, trouble: Trouble) => ({ talk: failed(before, trouble, moment), early: null });
  if (!reply.ok) return failing(talk, reply.error);
  const came = await believed(reply.value, { server: side.server, nonce, type }, side);
  if (!came.ok) return failing(talk, came.error);
  const { answer } = came.value;
  const told = answered(noticed(talk, answer, reply.value, at, took), answer);
  // Told against what was believed of the store before it was replaced: only what is told anew is whole
  if (answer.type === 'told' && talk.theirs && !told.theirs) return { talk: succeeded(told), early: null };
  const early =
    mayAskEarly && answer.type === 'given' ? await pulledEarly({ ...look, talk: succeeded(told) }, answer, side) : null;
  const outcome = await digested(act, told, came.value, holdings, side, moment);
  if (!outcome.ok) return failing(outcome.error.talk, outcome.error.trouble);
  const next = succeeded(outcome.value);
  const { beside } = side;
  if (answer.type !== 'told' || !beside) return { talk: next, early };
  await beside.told(answer, at);
  const beat = moment.now + jittered(beside.beat, moment.chance);
  return { talk: { ...next, recheckAt: Math.min(next.recheckAt, beat) }, early };
}

async function pulledEarly(
  { talk, difference, holdings }: Look,
  answer: Extract<Answer, { type: 'given' }>,
  side: Side,
): Promise<EarlyPull | null> {
  const question = await questionAfter(talk, difference, holdings, answer, side.steady());
  if (!question) return null;
  return { question, portion: talk.portion, asked: asking(pullFrom(side, talk, question.wants), side) };
}

async function sent(act: Doing, { talk, difference, holdings }: Look, side: Side): Promise<Asked> {
  switch (act.kind) {
    case 'hello':
      return asking(helloFrom(side), side);
    case 'tell':
      return asking(tellFrom(side, talk, side.beside?.receiptsAfter(talk.epoch) ?? null), side);
    case 'push':
      return asking(await pushFrom(side, talk, holdings, act.streams), side);
    case 'pull':
      return asking(pullFrom(side, talk, (await questionOf(talk, difference, holdings)).wants), side);
  }
}

/** Compares clocks, and whose certificate was shown. */
function noticed(talk: Talk, answer: Answer, { certificate }: Reply, at: Instant, took: number): Talk {
  const clock = comparedWith(answer.at, at, took);
  const learnt = learntFrom(clock, answer.time, answer.server);
  const timed = { ...talk, time: steadier(talk.time, learnt), notices: { ...talk.notices, clock } };
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
