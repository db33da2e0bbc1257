import type { SealedEntry } from '../journal/entry';
import type { SignatureCheck } from '../kernel/ports';
import { err, ok, type Result } from '../kernel/result';
import { type Answer, answer, type Request } from './messages';
import type { Nonce, ServerId } from './names';
import { genuine } from './receipt';
import type { Reply, Zip } from './reply';
import { type Signed, signedAnswer, signedIn } from './signedAnswer';
import type { Trouble } from './trouble';

/** What was asked of whom: an answer is believed only as the answer to this. */
export interface Expected {
  readonly server: ServerId;
  readonly nonce: Nonce;
  readonly type: Request['type'];
}

export interface Believed {
  readonly answer: Answer;
  readonly entries: readonly SealedEntry[];
}

const answersTo: { readonly [Type in Request['type']]: Answer['type'] } = {
  hello: 'welcome',
  tell: 'told',
  push: 'taken',
  pull: 'given',
  listen: 'welcome',
};

/** The answer that a reply brings, if it is our server's answer to what was asked; else what it was instead. */
export async function believed(
  reply: Reply,
  expected: Expected,
  ports: { readonly zip: Zip; readonly check: SignatureCheck },
): Promise<Result<Believed, Trouble>> {
  const signed = await signedAnswer(reply, answer, ports);
  return signed.ok ? asExpected(signed.value, expected, ports.check) : signed;
}

/** As `believed`, for the bytes of a frame. */
export function answerIn(bytes: Uint8Array, expected: Expected, check: SignatureCheck): Result<Believed, Trouble> {
  const signed = signedIn(bytes, answer, check);
  return signed.ok ? asExpected(signed.value, expected, check) : signed;
}

function asExpected(
  { said, entries }: Signed<Answer>,
  expected: Expected,
  check: SignatureCheck,
): Result<Believed, Trouble> {
  if (said.server !== expected.server) return err({ kind: 'impostor', server: said.server });
  if (said.type === 'refused') {
    if (said.nonce === null) return err({ kind: 'refused', refusal: said.refusal });
    return said.nonce === expected.nonce ? ok({ answer: said, entries: [] }) : err({ kind: 'stale' });
  }
  if (said.nonce !== expected.nonce) return err({ kind: 'stale' });
  if (said.type !== answersTo[expected.type]) return err({ kind: 'garbled' });
  if (entries.length !== (said.type === 'given' ? said.entries : 0)) return err({ kind: 'garbled' });
  const receipts = said.type === 'given' || said.type === 'taken' ? said.receipts : [];
  for (const receipt of receipts) {
    const ofThis = receipt.nonce === said.nonce && receipt.epoch === said.epoch;
    if (!ofThis || !genuine(receipt, expected.server, check)) return err({ kind: 'forged', what: 'receipt' });
  }
  return ok({ answer: said, entries });
}
