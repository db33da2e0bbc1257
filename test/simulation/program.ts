import { JournalAccess } from '../../electron/access/accessBook';
import { Lock } from '../../electron/access/lock';
import { journalHandlers } from '../../electron/bridge/handlers/journal';
import type { BlackBox } from '../../electron/journal/blackBox';
import { type BlackBoxReport, openBlackBox } from '../../electron/journal/openBlackBox';
import { Scribe } from '../../electron/journal/scribe';
import { type BaseState, type FileSide, WindowJournal } from '../../renderer/journal/windowJournal';
import type { BridgeInput } from '../../shared/bridge/bridge';
import { accessOf } from '../../shared/centre/access';
import { permit } from '../../shared/centre/permit';
import { type CentreState, emptyState } from '../../shared/exam/state';
import type { VerifiedEntry } from '../../shared/journal/verify';
import type { Role } from '../../shared/kernel/role';
import type { Actor } from '../../shared/kernel/statement';
import { delivered } from '../support/delivered';
import type { Base } from './basePort';
import type { Chance } from './chance';
import type { SimClock } from './clock';
import type { Disk } from './disk';
import { diskPort } from './diskPort';
import { casing } from './encased';
import type { Keys } from './keys';
import type { Parts } from './parts';
import type { Process, Schedule } from './schedule';

export interface ProgramPorts {
  readonly process: Process;
  readonly schedule: Schedule;
  readonly parts: Parts;
  readonly keys: Keys;
  readonly device: string;
  readonly disk: Disk;
  readonly base: Base;
  readonly clock: SimClock;
  readonly actor: Actor;
  /** What happens on this machine by chance. */
  readonly chance: Chance;
  /** Whence launches take their number. */
  readonly random: Chance;
}

/** A program that runs: the main process and one window of one machine, as the product puts them together. */
export interface Program {
  readonly process: Process;
  readonly box: BlackBox;
  readonly report: BlackBoxReport;
  readonly file: FileSide;
  readonly window: WindowJournal;
  /** What the window shows. */
  state(): CentreState;
  /** The window takes in what it was handed. */
  receive(entries: readonly VerifiedEntry[]): void;
  baseState(): BaseState;
}

/** Starts the program as `electron/main.ts` and `renderer/journal/startJournal.ts` do, with every port simulated. */
export async function startProgram(ports: ProgramPorts): Promise<Program> {
  const { process, schedule, parts, keys, clock, actor } = ports;
  const check = parts.check(keys.check);
  const files = parts.disk(diskPort(ports.disk, process, schedule, ports.chance));
  const { box, report } = await openBlackBox({ files, check, casing });
  const granted = parts.granted(ports.device, schedule.now);
  const scribePorts = {
    journal: box,
    known: () => box.streams(),
    signer: keys.signer(ports.device),
    clock,
    random: ports.random,
    zone: () => 'Europe/Paris',
    offset: () => null,
    actor: () => actor,
    breath: () => schedule.alive(process, Promise.resolve()),
    permit: (role: Role, kind: string) => kind === 'mark.entered' || permit(role, kind),
    granted,
  };
  const scribe = new Scribe(parts.scribe(scribePorts, ports.device));
  if (parts.hears) box.watch((added) => scribe.heard(added));
  const lock = new Lock({
    access: new JournalAccess(accessOf, () => true),
    pinMatches: () => Promise.resolve(false),
    monotonic: () => schedule.now,
  });
  const clonedDevices = parts.clonedDevices(box.streams(), await box.forks(), box.branchedFrom()).length;
  const opened = {
    box,
    casing,
    check,
    scribe,
    granted,
    lock,
    report: { ...report, ...unnoted, clonedDevices, laterFiles: [] },
  };
  const asks = parts.base(ports.base.port(process, schedule));
  const { client: base, deliver } = delivered(asks);
  const handlers = journalHandlers<null>(Promise.resolve(opened), ports.random, roomyDisk, () => deliver);
  const main = { ...handlers, inscribe: (input: BridgeInput<'inscribe'>) => handlers.inscribe(input, null) };
  const file = parts.file(main, box, asks);

  let state = emptyState;
  let baseState: BaseState = 'behind';
  const receive = (entries: readonly VerifiedEntry[]) => {
    state = parts.apply(
      state,
      entries.map(({ entry }) => entry),
    );
  };
  const window = new WindowJournal({
    file,
    base,
    received: receive,
    baseChanged: (next) => {
      baseState = next;
    },
    // The steps of a history try again by themselves
    later: () => undefined,
    forReading: async () => report.unwritable === 'read-only',
    breath: () => Promise.resolve(),
  });
  await window.level();
  await window.readAll(receive);
  return { process, box, report, file, window, state: () => state, receive, baseState: () => baseState };
}

/** What is noted beside the black box, which these machines do without. */
const unnoted = { expected: null, deviceKey: 'known' } as const;
/** The disk of a history has room until a step takes it away. */
const roomyDisk = { takes: () => Promise.resolve(true) };
