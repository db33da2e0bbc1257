import { zip } from '../../node/zip';
import type { BridgeInput } from '../../shared/bridge/bridge';
import type { JoiningState, NotJoined } from '../../shared/bridge/pairing';
import { type NotPairedBecause, type PairingAsked, pairingFrom, pairingIn } from '../../shared/exchange/joining';
import type { Alarm } from '../../shared/exchange/listening';
import { type CentreCode, centreCode, type ServerId } from '../../shared/exchange/names';
import { type Joined, PAIRING_PATHS, type PairingAnswer, type PairingRefusal } from '../../shared/exchange/pairing';
import { readPairingCode } from '../../shared/exchange/pairingCode';
import { type PairingLink, readLink, relayAddress } from '../../shared/exchange/pairingLink';
import { keyOf } from '../../shared/exchange/signature';
import { type DeviceId, deviceOfKey } from '../../shared/journal/launch';
import { instant } from '../../shared/kernel/instant';
import type { Clock, Random, SignatureCheck } from '../../shared/kernel/ports';
import { err, ok, type Result } from '../../shared/kernel/result';
import type { OpenJournal } from '../journal/openJournal';
import { usualPort } from './networkFile';
import { trying } from './pake';
import type { WayToDevice } from './wayToDevice';

export interface JoiningPorts {
  readonly journal: Pick<OpenJournal, 'device' | 'signer' | 'wrapping' | 'lock'>;
  /** The code of the centre whose session the journal holds; null before there is one. */
  readonly centre: () => string | null;
  /** The way to a relay by its key; null for whoever answers. */
  readonly wayTo: (server: ServerId | null, addresses: readonly string[]) => WayToDevice;
  /** Knows a relay from now on and fetches what it has. */
  readonly met: (
    device: DeviceId,
    addresses: readonly string[],
    told: { readonly centre: CentreCode; readonly roots: readonly DeviceId[] },
  ) => Promise<void>;
  readonly check: SignatureCheck;
  readonly clock: Clock;
  readonly random: Random;
  readonly alarm: Alarm;
  readonly changed: (state: JoiningState) => void;
  readonly broken: (bug: unknown) => void;
}

/** Milliseconds between two questions whether the head has said yes. */
const askAgain = 700;
/** How often each address is tried before it is given up. */
const rounds = 2;

/** This machine on its way into a centre: it knows a relay by a link or by a code, and shows itself there. */
export class Joining {
  private told: JoiningState = { step: 'nothing' };
  /** Which attempt is under way: a later one takes its place. */
  private attempt = 0;

  constructor(private readonly ports: JoiningPorts) {}

  state(): JoiningState {
    return this.told;
  }

  leave(): void {
    this.attempt++;
    this.tell({ step: 'nothing' });
  }

  joinByLink({ link }: BridgeInput<'joinByLink'>): void {
    const read = readLink(link);
    if (!read.ok) this.fail({ kind: 'link', because: read.error });
    else this.begin((goesOn) => this.byLink(read.value, goesOn));
  }

  joinByCode({ address, code }: BridgeInput<'joinByCode'>): void {
    const typed = address.trim();
    const at = relayAddress.safeParse(/:\d+$/.test(typed) ? typed : `${typed}:${usualPort}`);
    const read = readPairingCode(code);
    if (!at.success) this.fail({ kind: 'address' });
    else if (!read.ok) this.fail({ kind: 'code', fault: read.error });
    else
      this.begin(async (goesOn) => {
        const link = await this.linkBy(read.value, at.data);
        if (!link.ok) return link;
        const { addresses, ...rest } = link.value;
        return this.byLink({ ...rest, addresses: [...new Set([at.data, ...addresses])] }, goesOn);
      });
  }

  private begin(work: (goesOn: () => boolean) => Promise<Result<void, NotJoined>>): void {
    const actor = this.ports.journal.lock.actor();
    if (actor?.role !== 'centreHead' && actor?.unlocked !== 'first-run') {
      this.fail({ kind: 'not-allowed' });
      return;
    }
    const mine = ++this.attempt;
    const goesOn = () => mine === this.attempt;
    this.tell({ step: 'reaching' });
    work(goesOn)
      .then((done) => {
        if (!done.ok && goesOn()) this.fail(done.error);
      })
      .catch(this.ports.broken);
  }

  private async byLink(link: PairingLink, goesOn: () => boolean): Promise<Result<void, NotJoined>> {
    const { journal, clock, met, wayTo } = this.ports;
    const { relay, addresses, secret } = link;
    const device = deviceOfKey(keyOf(relay));
    if (device === journal.device) return err({ kind: 'itself' });
    const here = centreCode.schema.safeParse(this.ports.centre());
    const centre = here.success ? here.data : null;
    const way = wayTo(relay, addresses);
    const asks = () => this.asks(way, relay, { type: 'join', secret, centre }, ['joined', 'awaiting']);
    try {
      let answer = await this.reaching(asks, addresses, goesOn);
      let until = Number.POSITIVE_INFINITY;
      while (goesOn()) {
        const why = answer.ok ? null : answer.error;
        if (why?.kind === 'refused') return err(refusedFor(why.refusal, centre));
        // once it was reached, a moment without network is waited out
        if (why && until === Number.POSITIVE_INFINITY) return err({ ...why, addresses: [...addresses] });
        if (answer.ok && answer.value.type === 'joined') {
          const { entries, name, roots, ...told } = answer.value;
          if (centre !== null && told.centre !== centre)
            return err({ kind: 'other-centre', here: centre, there: told.centre });
          await met(device, addressesFirst(way.through, addresses), { centre: told.centre, roots });
          if (goesOn()) this.tell({ step: 'joined', relay, centre: told.centre, name, entries });
          return ok(undefined);
        }
        if (answer.ok && answer.value.type === 'awaiting') {
          until = clock.now() + answer.value.left;
          this.tell({ step: 'awaiting', relay, until: instant.of(until) });
        }
        if (clock.now() > until) return err({ kind: 'too-late' });
        await this.wait(askAgain);
        if (goesOn()) answer = await asks();
      }
      return ok(undefined);
    } finally {
      way.close();
    }
  }

  /** The first answer, from whichever address. */
  private async reaching(
    asks: () => Promise<Result<Joined | Extract<PairingAnswer, { type: 'awaiting' }>, NotPairedBecause>>,
    addresses: readonly string[],
    goesOn: () => boolean,
  ) {
    let answer = await asks();
    for (let tries = 1; tries < addresses.length * rounds && goesOn(); tries++) {
      if (answer.ok || answer.error.kind === 'refused') return answer;
      answer = await asks();
    }
    return answer;
  }

  /** What a code stands for, from whoever at this address has it too. */
  private async linkBy(code: Parameters<typeof trying>[0], address: string): Promise<Result<PairingLink, NotJoined>> {
    const way = this.ports.wayTo(null, [address]);
    const failed = (why: NotPairedBecause): Result<never, NotJoined> =>
      err(why.kind === 'refused' ? why : { ...why, addresses: [address] });
    try {
      const guess = await trying(code);
      const begun = await this.asks(way, null, { type: 'code', start: guess.start }, ['challenge']);
      if (!begun.ok) return failed(begun.error);
      const { nonce, response, server } = begun.value;
      const answer = guess.answer(response);
      if (!answer || nonce === null) return err({ kind: 'refused', refusal: { because: 'wrong-code' } });
      const proof = { type: 'proof', attempt: nonce, finish: answer.finish } as const;
      const given = await this.asks(way, null, proof, ['link']);
      if (!given.ok) return failed(given.error);
      const { device } = this.ports.journal;
      const opened = answer.shared.reopen(given.value.closed, { relay: server, device });
      const link = opened === null ? null : readLink(opened);
      return link?.ok && link.value.relay === server ? link : err({ kind: 'not-proven' });
    } finally {
      way.close();
    }
  }

  private async asks<Type extends Exclude<PairingAnswer['type'], 'not-joined'>>(
    way: WayToDevice,
    relay: ServerId | null,
    asked: PairingAsked,
    types: readonly Type[],
  ) {
    const { journal, clock, random, check } = this.ports;
    const { signer, wrapping } = journal;
    const { nonce, frame } = pairingFrom({ signer, wrapping, clock, random }, asked);
    const reply = await way.post(PAIRING_PATHS[asked.type], await zip.gzip(frame));
    if (!reply.ok) return err({ kind: 'trouble', trouble: reply.error } as const);
    return pairingIn(reply.value, { asked: nonce, relay, types }, { zip, check });
  }

  private wait(milliseconds: number): Promise<void> {
    return new Promise((resolve) => void this.ports.alarm.set(milliseconds, resolve));
  }

  private fail(because: NotJoined): void {
    this.tell({ step: 'failed', because });
  }

  private tell(state: JoiningState): void {
    this.told = state;
    this.ports.changed(state);
  }
}

function refusedFor(refusal: PairingRefusal, here: CentreCode | null): NotJoined {
  if (refusal.because !== 'wrong-centre' || here === null) return { kind: 'refused', refusal };
  return { kind: 'other-centre', here, there: refusal.centre };
}

function addressesFirst(first: string | null, all: readonly string[]): readonly string[] {
  return first === null ? all : [...new Set([first, ...all])];
}
