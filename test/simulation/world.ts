import { decide } from '../../shared/exam/decide';
import { idOf, type SealedEntry } from '../../shared/journal/entry';
import { HOUR } from '../../shared/kernel/instant';
import type { Draft } from '../../shared/kernel/statement';
import { bundleFault, type Handed } from './bundleFaults';
import { Chance } from './chance';
import { SimClock } from './clock';
import { encased } from './encased';
import { aGesture } from './gestures';
import { closedDraft, isGranted } from './grantedMarks';
import type { Keys } from './keys';
import { Machine } from './machine';
import { NewerDevice } from './newerDevice';
import type { Parts } from './parts';
import { type Program, startProgram } from './program';
import { type Held, Reading } from './reading';
import { type Doom, Process, Schedule } from './schedule';
import { Violation } from './violation';

/** A gesture that somebody made: which device wrote it, and how many entries it has. */
export interface Made {
  readonly device: string;
  readonly drafts: readonly Draft[];
}

export interface WorldPorts {
  readonly seed: number;
  readonly machines: number;
  readonly begins: number;
  /** No clock is ever so far off that the others do not follow it. */
  readonly clocksAgree: boolean;
  readonly closed?: boolean;
  readonly parts: Parts;
  readonly keys: Keys;
  readonly log: (line: string) => void;
}

/** Some machines, the keys carried between them, virtual time, and what is known of what they owe. */
export class World {
  readonly schedule: Schedule;
  readonly machines: Machine[];
  readonly made = new Map<number, Made>();
  /** Devices of which more than one copy may have written. */
  readonly copied = new Set<string>();
  /** Devices whose files were damaged. An entry that returns after them may look like a clone's. */
  readonly damaged = new Set<string>();
  /** Devices whose machine was lost: what they had given nobody is gone with it. */
  readonly lost = new Set<string>();
  private readonly newer: NewerDevice;
  private readonly readings = new WeakMap<Program, Reading>();
  private gestures = 0;

  constructor(readonly ports: WorldPorts) {
    const chance = new Chance(ports.seed ^ 0x5eed);
    this.schedule = new Schedule(new Chance(chance.seed()), ports.begins, ports.log);
    this.newer = new NewerDevice(ports.keys.signer('a later version'), () => this.schedule.now);
    this.machines = Array.from({ length: ports.machines }, (_, at) => {
      const name = 'ABCDEFGH'.charAt(at);
      return new Machine(name, `device ${name}`, new SimClock(() => this.schedule.now), new Chance(chance.seed()));
    });
  }

  /** Round again past the last. */
  machine(at: number): Machine {
    const machine = this.machines[at % this.machines.length];
    if (!machine) throw new Error('a world without machines');
    return machine;
  }

  /** The machine's program, started if it was not; null when the machine dies of it. */
  async started(machine: Machine, chance: Chance, doom: Doom | null = null): Promise<Program | null> {
    if (machine.program) {
      if (doom) machine.program.process.sentence(doom);
      return machine.program;
    }
    const process = new Process(machine.name, (by) => machine.died(by, chance));
    if (doom) process.sentence(doom);
    const { parts, keys } = this.ports;
    const { device, disk, base, clock, actor, random } = machine;
    const program = await this.answered(
      process,
      startProgram({
        process,
        schedule: this.schedule,
        parts,
        keys,
        device,
        disk,
        base,
        clock,
        actor,
        chance: new Chance(chance.seed()),
        random,
      }),
    );
    if (!program) return null;
    if (program.report.forged > 0) throw new Violation('an accident is never called a forgery', `on ${machine.name}`);
    const { entries } = program.report;
    if (!machine.boxWounded && entries < machine.owed.size)
      throw new Violation('the file alone has it', `${entries} of ${machine.owed.size} on ${machine.name}`);
    machine.program = program;
    this.settled(machine, program);
    // What a start found is durable from then on, whoever left it half done
    if (program.report.unwritable === null) for (const id of (await this.held(program)).ids) machine.owed.add(id);
    return program;
  }

  /** Ends the program in good order. */
  async stopped(machine: Machine): Promise<void> {
    const { program } = machine;
    if (!program) return;
    await this.answered(program.process, program.box.close());
    program.process.alive = false;
    machine.program = null;
  }

  /** Waits for an answer; null when the process died before it came. */
  async answered<T>(process: Process, asked: Promise<T>): Promise<T | null> {
    const came: { answer?: { readonly value: T } | { readonly thrown: unknown } } = {};
    asked.then(
      (value) => {
        came.answer = { value };
      },
      (thrown: unknown) => {
        came.answer = { thrown };
      },
    );
    await this.schedule.rest();
    if (!process.alive) return null;
    const { answer } = came;
    if (!answer) throw new Violation('what is asked is answered', `${process.name} never answered`);
    if ('value' in answer) return answer.value;
    if (answer.thrown instanceof Violation) throw answer.thrown;
    throw new Violation('nothing throws', `on ${process.name}: ${String(answer.thrown)}`);
  }

  /** People make gestures at one machine, all at once; says what became of them. */
  async write(machine: Machine, program: Program, count: number, chance: Chance): Promise<string> {
    const said: string[] = [];
    const asked = Array.from({ length: count }, async () => {
      const number = ++this.gestures;
      const commands = aGesture(number, chance, program.state());
      const decided = decide(commands, program.state(), machine.actor, machine.clock.now());
      if (!decided.ok) {
        said.push(`g${number} is not allowed`);
        return;
      }
      const mark = this.ports.closed && number % 2 === 0 ? `g${number}.${commands.length + 1}` : null;
      const drafts = mark ? [...decided.value, closedDraft(`${mark}.${commands.length + 1}`)] : decided.value;
      this.made.set(number, { device: machine.device, drafts });
      const written = await program.window.inscribe(drafts);
      if (!program.process.alive) return;
      if (mark && !isGranted(machine.device) && (written.ok || written.error.kind === 'no-grant')) {
        if (written.ok) throw new Violation('a device without the grant writes nothing closed', `g${number}`);
        said.push(`g${number} is not granted`);
        return;
      }
      if (written.ok) {
        program.receive(written.value.entries);
        for (const { entry } of written.value.entries) machine.owed.add(entry.id);
        if (written.value.kept === 'file-only') machine.baseLacks = true;
        said.push(`g${number} (${written.value.entries.length}) kept ${written.value.kept}`);
      } else {
        const { error } = written;
        const why = error.kind === 'storage' ? error.reason : error.kind;
        said.push(`g${number} refused: ${why}`);
        // What was found read-only is for reading until the next start
        const reading = program.report.unwritable === 'read-only' && why === 'read-only';
        if (!machine.ailed && !reading)
          throw new Violation('a write is refused for a fault only', `g${number}: ${why}`);
      }
    });
    await this.answered(program.process, Promise.all(asked));
    this.settled(machine, program);
    return said.join(', ') || 'nobody is told anything';
  }

  /** One machine takes in what is on a key. */
  async adopt(machine: Machine, program: Program, entries: readonly SealedEntry[]): Promise<string> {
    const taken = await this.answered(program.process, program.file.adopt({ cased: encased(entries) }));
    if (!taken) return 'nobody is told anything';
    if (!taken.ok) {
      if (!machine.ailed) throw new Violation('what is handed over is refused for a fault only', taken.error.reason);
      return `refused: ${taken.error.reason}`;
    }
    const { adopted, known, refused } = taken.value;
    if (program.report.unwritable === null) {
      const held = (await this.held(program)).ids;
      for (const { bytes } of entries) if (held.has(idOf(bytes))) machine.owed.add(idOf(bytes));
    }
    await this.takenIn(machine, program);
    return `${adopted} taken, ${known} known, ${refused} refused`;
  }

  /** The window takes in what came to the black box from elsewhere. */
  async takenIn(machine: Machine, program: Program): Promise<void> {
    machine.baseLacks = true;
    if (!program.process.alive) return;
    await this.answered(program.process, program.window.level());
    if (program.process.alive) await this.answered(program.process, program.window.readAll(program.receive));
    this.settled(machine, program);
  }

  /** Carries a key from one machine to the other. */
  async hand(from: Program, machine: Machine, to: Program, how: Handed, chance: Chance): Promise<string> {
    const theirs = await to.box.frontier();
    const bundle = await this.answered(from.process, this.ports.parts.bundleFor(from.box, theirs, 3));
    if (!bundle) return 'nothing comes of it';
    return this.adopt(machine, to, bundleFault(bundle, how, chance));
  }

  /** An entry that only a later version of the program understands. */
  news(newer: 'kind' | 'version'): readonly SealedEntry[] {
    return this.newer.writes(newer);
  }

  /** Everything a program's black box holds. What was read before is not read again until the program is. */
  held(program: Program): Promise<Held> {
    const reading = this.readings.get(program) ?? new Reading(program.box);
    this.readings.set(program, reading);
    return reading.held();
  }

  /** Puts a new machine, of a new device, in the place of one that is lost; names the device. */
  replaced(machine: Machine): string {
    this.lost.add(machine.device);
    machine.replace(`${machine.device}'`);
    return machine.device;
  }

  wait(hours: number): void {
    this.schedule.now += hours * HOUR;
  }

  /** Another machine with a copy of everything the first one has, its key included. */
  async clone(machine: Machine, twin: boolean, chance: Chance): Promise<Machine> {
    const clone = new Machine(
      'ABCDEFGH'.charAt(this.machines.length),
      machine.device,
      machine.clock.copied(),
      machine.random,
    );
    await clone.take(await machine.imaged());
    const seeds = [chance.seed(), chance.seed()];
    machine.random = new Chance(seeds[0] ?? 0);
    clone.random = new Chance(seeds[twin ? 0 : 1] ?? 0);
    this.machines.push(clone);
    this.copied.add(machine.device);
    return clone;
  }

  private settled(machine: Machine, program: Program): void {
    if (program.process.alive && program.baseState() === 'level') {
      machine.baseLacks = false;
      machine.boxWounded = false;
      machine.unlevelled = false;
    }
  }
}
