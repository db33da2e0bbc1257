import type { BridgeOutput } from '../../shared/bridge/bridge';
import type { PairingOfferState } from '../../shared/bridge/pairing';
import type { Alarm } from '../../shared/exchange/listening';
import { type CentreCode, centreCode, type Nonce, serverId } from '../../shared/exchange/names';
import type { PairingRefusal, PairingRequest } from '../../shared/exchange/pairing';
import { newPairingCode } from '../../shared/exchange/pairingCode';
import { linkOf, newPairingSecret } from '../../shared/exchange/pairingLink';
import { CODE_TRIES, offered, type PairingOffer, shown, tried, whyDead } from '../../shared/exchange/pairingOffer';
import { type DeviceId, deviceOfKey } from '../../shared/journal/launch';
import { instant } from '../../shared/kernel/instant';
import type { Clock, Random } from '../../shared/kernel/ports';
import { err, ok, type Result } from '../../shared/kernel/result';
import { channelNameOf } from '../../shared/kernel/statement';
import type { OpenJournal } from '../journal/openJournal';
import { registered, type Tried } from './pake';

export interface PairingPorts {
  readonly journal: Pick<OpenJournal, 'box' | 'centre' | 'lock' | 'signer'>;
  /** The centre whose journal this is; null before there is one. */
  readonly centre: () => { readonly code: string; readonly name: string } | null;
  /** Makes this machine a relay if it is none; where it is reached, or null where it is not. */
  readonly serving: () => Promise<readonly string[] | null>;
  readonly clock: Clock;
  readonly random: Random;
  readonly alarm: Alarm;
  /** Milliseconds of a clock that only goes forward. */
  readonly steady: () => number;
  readonly changed: (state: PairingOfferState | null) => void;
}

type Join = Extract<PairingRequest, { type: 'join' }>;

/** What a machine that joined is told. */
export interface Welcomed {
  readonly centre: CentreCode;
  readonly name: string;
  readonly roots: readonly DeviceId[];
  readonly entries: number;
}

interface Open {
  readonly offer: PairingOffer;
  readonly addresses: readonly string[];
  readonly tryCode: (start: string) => Tried | null;
  /** Tries that wait for their proof: no more than a code has tries. */
  readonly tries: ReadonlyMap<Nonce, { readonly device: DeviceId; readonly tried: Tried }>;
}

/** What this machine offers others that are to join its centre, one at a time: in its memory alone. */
export class Pairing {
  private open: Open | null = null;
  private silence: () => void = () => undefined;

  constructor(private readonly ports: PairingPorts) {}

  async pair(): Promise<BridgeOutput<'pair'>> {
    const { journal, centre, serving, random, steady } = this.ports;
    const actor = journal.lock.actor();
    if (actor?.role !== 'centreHead' && actor?.role !== 'deputyCentreHead') return err({ kind: 'not-allowed' });
    if (centre() === null) return err({ kind: 'no-centre' });
    const addresses = await serving();
    if (addresses === null || addresses.length === 0) return err({ kind: 'not-serving' });
    const code = newPairingCode(random);
    const tryCode = await registered(code);
    const offer = offered(newPairingSecret(random), code, steady());
    const open = { offer, addresses, tryCode, tries: new Map() };
    this.put(open);
    return ok(this.shownOf(open));
  }

  state(): PairingOfferState | null {
    return this.open && this.shownOf(this.open);
  }

  end(): void {
    this.put(null);
  }

  /** What a machine that shows a secret is told: where it is, or how long a head may still let it in. */
  join(asked: Join, address: string): Result<Welcomed | { readonly left: number }, PairingRefusal> {
    const { journal, centre, steady } = this.ports;
    const code = centreCode.schema.safeParse(centre()?.code);
    if (!code.success) return err({ because: 'no-centre' });
    if (asked.centre !== null && asked.centre !== code.data) return err({ because: 'wrong-centre', centre: code.data });
    const member = journal.centre.membershipOf(asked.device);
    const { device, wrapping, secret } = asked;
    const came = shown(this.open?.offer ?? null, secret, { device, wrapping, address }, steady());
    if (came.ok && this.open) this.put({ ...this.open, offer: came.value });
    // whoever is one of the centre's already, and lost the answer, needs no secret any more
    if (member?.is === 'member') {
      const entries = [...journal.box.streams()]
        .filter(([stream]) => member.reads.some((channel) => channel === channelNameOf(stream)))
        .reduce((sum, [, { head }]) => sum + head.seq, 0);
      const roots = journal.centre.roots().slice(0, 50);
      return ok({ centre: code.data, name: (centre()?.name ?? '').slice(0, 200), roots, entries });
    }
    return came.ok ? ok({ left: Math.max(0, Math.ceil(came.value.until - steady())) }) : err({ because: came.error });
  }

  /** One try of the code. @param attempt by which its proof comes */
  try(device: DeviceId, attempt: Nonce, start: string): Result<{ readonly response: string }, PairingRefusal> {
    const { open } = this;
    const offer = tried(open?.offer ?? null, this.ports.steady());
    if (!offer.ok || !open) return err({ because: offer.ok ? 'no-code' : offer.error });
    const begun = open.tryCode(start);
    const tries = begun ? new Map([...open.tries, [attempt, { device, tried: begun }]]) : open.tries;
    this.put({ ...open, offer: offer.value, tries });
    return begun ? ok({ response: begun.response }) : err({ because: 'not-understood' });
  }

  /** The link, closed for who proved that it knows the code. */
  prove(device: DeviceId, attempt: Nonce, finish: string): Result<{ readonly closed: string }, PairingRefusal> {
    const { open } = this;
    const { steady, random } = this.ports;
    const under = open?.tries.get(attempt);
    if (!open || under?.device !== device) return err({ because: 'no-code' });
    const dead = whyDead(open.offer, steady());
    if (dead === 'expired' || dead === 'used') return err({ because: dead === 'used' ? 'used' : 'no-code' });
    const tries = new Map([...open.tries].filter(([each]) => each !== attempt));
    const shared = under.tried.prove(finish);
    this.put({ ...open, tries });
    if (!shared) return err({ because: 'wrong-code' });
    const { link, relay } = this.shownOf(open);
    return ok({ closed: shared.close(link, { relay, device }, random) });
  }

  private put(open: Open | null): void {
    const { alarm, steady, changed } = this.ports;
    this.open = open;
    this.silence();
    this.silence = () => undefined;
    changed(this.state());
    if (!open || whyDead(open.offer, steady()) !== null) return;
    // the code's death is told as it happens
    this.silence = alarm.set(Math.ceil(open.offer.code.until - steady()) + 1, () => changed(this.state()));
  }

  private shownOf({ offer, addresses }: Open): PairingOfferState {
    const { journal, clock, steady } = this.ports;
    const relay = serverId.of(deviceOfKey(journal.signer.publicKey));
    const at = (moment: number) => instant.of(Math.round(clock.now() + moment - steady()));
    const { arrived, code, secret, until } = offer;
    const used = CODE_TRIES - code.tries;
    return {
      relay,
      addresses: [...addresses],
      link: linkOf({ relay, addresses, secret }),
      until: at(until),
      code: { text: code.text, until: at(code.until), dead: whyDead(offer, steady()), tried: used },
      arrived: arrived && { ...arrived, member: journal.centre.membershipOf(arrived.device)?.is === 'member' },
    };
  }
}
