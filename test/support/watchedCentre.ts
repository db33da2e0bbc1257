import { createHash, randomBytes } from 'node:crypto';
import { centreWriter } from '../../headquarters/journal/centreWriter';
import { apply } from '../../shared/exam/apply';
import type { Command } from '../../shared/exam/catalogue';
import { decide } from '../../shared/exam/decide';
import { messagesOf } from '../../shared/exam/messages/messages';
import { roomCheckPoints } from '../../shared/exam/rooms/kinds';
import { type CentreState, emptyState } from '../../shared/exam/state';
import type { CentreCode } from '../../shared/exchange/names';
import type { Journal } from '../../shared/journal/journal';
import { day, type RoomId } from '../../shared/kernel/ids';
import { dayOf, type Instant, instant, instantOf, MINUTE } from '../../shared/kernel/instant';
import type { Actor } from '../../shared/kernel/statement';
import { centreStatusOf } from '../../shared/watch/centreStatus';
import { dictated, dictatedOf } from '../../shared/watch/dictated';
import { b07, b12, french, head, headquarters, invigilator, lead, number, sitting } from './cast';
import { attendance, envelopeChecked, noticeRead, roomChecked, team } from './gestures';
import { TestDevice, type TestNode } from './headquartersNode';
import { type Plan, publishedFor } from './smallCentre';
import type { VigieClient } from './vigieClient';

const random = { bytes: (count: number) => new Uint8Array(randomBytes(count)) };
const clock = { now: () => instant.of(Date.now()) };

/** A zone in which it is between half past nine and half past ten in the morning, whenever a test runs. */
export function morningZone(now = Date.now()): string {
  const hours = Math.round((now % (24 * 60 * MINUTE)) / (60 * MINUTE));
  const east = 10 - hours;
  const [sign, size] = east >= 0 ? ['-', east] : ['+', -east];
  return size === 0 ? 'Etc/GMT' : `Etc/GMT${sign}${size}`;
}

export interface Published {
  readonly name?: string;
  readonly town?: string;
  readonly authority?: string;
}

/** A centre whose exam began at nine this morning, published by headquarters; its machine is enrolled and told so. */
export class WatchedCentre {
  readonly device: TestDevice;
  private readonly writer;
  private state: CentreState = emptyState;
  private readonly zone = morningZone();

  private constructor(
    readonly node: TestNode,
    readonly centre: CentreCode,
    readonly session: string,
  ) {
    this.device = new TestDevice(`machine of ${centre}`, node, centre);
    this.writer = centreWriter(this.device.journal, { signer: this.device.signer, clock, random, zone: this.zone });
  }

  static async published(
    node: TestNode,
    client: VigieClient,
    centre: CentreCode,
    { name = 'Lycée des Cèdres', town = 'Cèdreville', authority = 'Académie des Cèdres' }: Published = {},
    plan: Plan = {},
  ): Promise<WatchedCentre> {
    const session = `session-${createHash('sha256').update(authority).digest('hex').slice(0, 8)}`;
    const made = new WatchedCentre(node, centre, session);
    const data = { id: session, name: 'Session de juin', year: 2026, zone: made.zone, authority, demonstration: false };
    await client.post('/sessions', data); // the second centre of a session finds it made
    const added = await client.post(`/sessions/${session}/centres`, { centre, name, town });
    if (added.status !== 200) throw new Error(`not added: ${added.text}`);
    const today = day.of(dayOf(clock.now(), made.zone));
    const commands = publishedFor(plan).flatMap((command): readonly Command[] => {
      switch (command.kind) {
        case 'session.published':
          return [];
        case 'sittings.published':
          return [{ ...command, data: { sittings: command.data.sittings.map((each) => ({ ...each, day: today })) } }];
        case 'seats.assigned':
          return [{ ...command, about: { day: today } }];
        default:
          return [command];
      }
    });
    await made.takesIn(node.journals.of(centre));
    await made.publishes(commands);
    return made;
  }

  private async takesIn(journal: Journal): Promise<void> {
    for (const stream of (await journal.frontier()).keys()) {
      const entries = await journal.after(stream, 0, 1_000);
      this.state = apply(
        this.state,
        entries.map(({ entry }) => entry),
      );
    }
  }

  /** What headquarters writes into the centre's journal, on whichever node. */
  private async publishes(commands: readonly Command[]): Promise<void> {
    const journal = this.node.journals.of(this.centre);
    const writer = centreWriter(journal, { signer: this.node.signer, clock, random, zone: 'Europe/Paris' });
    const drafts = decide(commands, this.state, { ...headquarters, role: 'setup' }, clock.now());
    if (!drafts.ok) throw new Error(`refused: ${JSON.stringify(drafts.error)}`);
    const entries = await writer.turn({ ...headquarters, role: 'setup' }, (put) => drafts.value.map(put));
    this.state = apply(
      this.state,
      entries.map(({ entry }) => entry),
    );
  }

  async enrol(): Promise<this> {
    await this.device.enrol(await this.node.code(this.centre));
    await this.device.untilLevel();
    return this;
  }

  /** Says something on the centre's machine, which keeps it until it is `sent`. */
  async says(by: Actor, ...commands: readonly Command[]): Promise<this> {
    const drafts = decide(commands, this.state, by, clock.now());
    if (!drafts.ok) throw new Error(`refused: ${JSON.stringify(drafts.error)}`);
    const entries = await this.writer.turn(by, (put) => drafts.value.map(put));
    this.state = apply(
      this.state,
      entries.map(({ entry }) => entry),
    );
    return this;
  }

  /** Brings headquarters what it lacks. */
  async sent(): Promise<void> {
    await this.device.later();
  }

  /** The check, the roll, the notice and the envelope of room B12, then its subjects given out so late. */
  async begun(minutesLate = 0, absent = [number('B12', 2)]): Promise<this> {
    const start = this.at('09:00', minutesLate);
    const here = [1, 2, 3, 4].map((table) => number('B12', table)).filter((each) => !absent.includes(each));
    await this.says(head, team());
    await this.says(lead, roomChecked());
    await this.says(invigilator, attendance('present', ...here));
    if (absent.length > 0) await this.says(invigilator, attendance('absent', ...absent));
    await this.says(lead, noticeRead(), envelopeChecked());
    return this.says(lead, {
      kind: 'subjects.distributed',
      about: { sitting, room: b12 },
      data: { papers: [french], boardStart: start, distributedAt: start },
    });
  }

  incident(category: 'subject' | 'fraud' | 'health' | 'other', text: string, room = b12): Promise<this> {
    const data = { category, at: clock.now(), candidates: [], text };
    return this.says(lead, { kind: 'incident.recorded', about: { sitting, room }, data });
  }

  /** Room B07 is checked and its only candidate present. */
  async otherRoomOpen(): Promise<this> {
    const about = { sitting, room: b07 };
    await this.says(lead, { kind: 'room.checked', about, data: { points: [...roomCheckPoints], remark: '' } });
    return this.says(lead, {
      kind: 'attendance.recorded',
      about,
      data: { status: 'present', candidates: [number('B07', 1)] },
    });
  }

  /** Hears what headquarters wrote, and its head reads every message, for the centre or in a room. */
  async readsMessages(room: RoomId | null = null): Promise<void> {
    await this.sent();
    await this.takesIn(this.device.journal);
    for (const message of messagesOf(this.state))
      await this.says(head, {
        kind: 'message.acknowledged',
        about: { message: message.id, sitting: room && sitting, room, person: head.person },
        data: { at: clock.now(), read: [...message.entries] },
      });
    await this.sent();
  }

  /** The groups that its head would read over the telephone. */
  dictated(): string {
    const status = centreStatusOf(this.state, clock.now());
    const groups = status && dictated(dictatedOf(status));
    if (!groups) throw new Error('nothing to dictate');
    return groups;
  }

  at(time: string, later = 0): Instant {
    return instant.of(instantOf(day.of(dayOf(clock.now(), this.zone)), time, this.zone) + later * MINUTE);
  }
}
