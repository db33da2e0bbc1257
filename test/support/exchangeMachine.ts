import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { alarm } from '../../electron/exchange/alarm';
import { openExchangeFolder } from '../../electron/exchange/exchangeFolder';
import { OpenExchange } from '../../electron/exchange/openExchange';
import type { WayToServer } from '../../electron/exchange/wayTo';
import { openJournal } from '../../electron/journal/openJournal';
import { type DataKeys, dataKeyOf } from '../../electron/keys/dataKeys';
import type { ExchangeState } from '../../shared/bridge/exchange';
import { accessOf } from '../../shared/centre/access';
import { concernsCover, coverOfStatements } from '../../shared/centre/cover';
import { permit } from '../../shared/centre/permit';
import { enrol } from '../../shared/exchange/enrolment';
import { readFrame, writeFrame } from '../../shared/exchange/frame';
import type { Alarm } from '../../shared/exchange/listening';
import type { NoAnswer } from '../../shared/exchange/trouble';
import { instant } from '../../shared/kernel/instant';
import { err, ok, unwrap } from '../../shared/kernel/result';
import type { Draft } from '../../shared/kernel/statement';
import { randomly } from './copies';
import { aSigner } from './devices';
import { ours, type TestServer } from './exchange';
import { kept } from './inscribed';

const unreachable: NoAnswer = { kind: 'unreachable', how: 'refused' };

interface WayOfMachine {
  readonly server: TestServer;
  readonly reachable: () => boolean;
  readonly stumble: () => void;
}

/** The way to a server in memory: no stream of pokes, and cut off whenever `reachable` says so. */
export function wayInMemory({ server, ...machine }: WayOfMachine): WayToServer {
  return {
    async ask(_type, body) {
      machine.stumble();
      return machine.reachable() ? ok(await server.reply(body)) : err(unreachable);
    },
    async enrol(body) {
      if (!machine.reachable()) return err(unreachable);
      const asked = enrol.parse(unwrap(readFrame(new Uint8Array(gunzipSync(body)))).head);
      const common = { protocol: 1, server: server.id, nonce: asked.nonce, at: server.now };
      const said =
        asked.code === 'GOOD'
          ? { type: 'enrolled', ...common, centre: server.centre, reads: ['session', 'rooms'] }
          : { type: 'not-enrolled', ...common, refusal: { because: 'unknown-code' } };
      const frame = writeFrame('answer', said, [], (bytes) => aSigner('headquarters').sign(bytes));
      return ok(ours(200, new Uint8Array(gzipSync(frame))));
    },
    post: async () => err(unreachable),
    listen: () => ({ reply: Promise.resolve(err(unreachable)), ended: Promise.resolve(), close: () => undefined }),
    close: () => undefined,
  };
}

/** A machine with a data folder of its own, whose network is a server in memory. */
export class ExchangeMachine {
  readonly profile = mkdtempSync(path.join(tmpdir(), 'cachet-exchange-'));
  reachable = true;
  /** Thrown, once, by the next request: a bug of ours. */
  bug: Error | null = null;
  readonly bugs: unknown[] = [];
  now = Date.UTC(2026, 5, 16, 8, 0);
  /** The centre of the session that its journal holds. */
  centreHere: string | null = null;
  readonly states: ExchangeState[] = [];
  /** Entries it was told of as coming from elsewhere. */
  came = 0;
  /** Waits as told, but for no longer than this, in milliseconds. */
  patience = Number.POSITIVE_INFINITY;
  private readonly alarm: Alarm = {
    set: (after, ring) => alarm.set(Math.min(after, this.patience), ring),
  };
  private readonly keys: DataKeys = { inUse: dataKeyOf(randomly.bytes(32)), former: [] };
  private running: { readonly exchange: OpenExchange; readonly close: () => Promise<void> }[] = [];

  constructor(readonly server: TestServer) {}

  /** Starts the program on it. */
  async start() {
    const clock = { now: () => instant.of(this.now) };
    const steady = () => performance.now();
    let ahead: () => number | null = () => null;
    const journal = await openJournal({
      ...{ folder: this.profile, keys: this.keys, clock, random: randomly, monotonic: steady, accessOf, permit },
      reserve: { letGo: async () => false },
      zone: () => 'Europe/Paris',
      offset: () => ahead(),
      cover: { concerns: concernsCover, coverOf: coverOfStatements },
      learner: { concerns: () => false, meet: () => undefined },
    });
    const { folder, quarantine } = await openExchangeFolder(this.profile, journal.casing);
    const exchange = await OpenExchange.open({
      ...{ folder, quarantine, journal, clock, random: randomly, alarm: this.alarm, steady, clear: false },
      wayTo: () => wayInMemory({ server: this.server, reachable: () => this.reachable, stumble: () => this.stumble() }),
      centre: () => this.centreHere,
      changed: (state) => void this.states.push(state),
      came: (entries) => {
        this.came += entries;
      },
      broken: (bug) => void this.bugs.push(bug),
      openPage: async () => undefined,
    });
    ahead = () => exchange.told?.time?.ahead ?? null;
    const close = async () => {
      await exchange.stop();
      await journal.box.close();
    };
    this.running.push({ exchange, close });
    const say = (...drafts: Draft[]) => kept(journal.scribe.inscribe(drafts));
    return { journal, exchange, say, close };
  }

  private stumble(): void {
    const { bug } = this;
    this.bug = null;
    if (bug) throw bug;
  }

  async remove(): Promise<void> {
    for (const { close } of this.running) await close();
    rmSync(this.profile, { recursive: true });
  }
}
