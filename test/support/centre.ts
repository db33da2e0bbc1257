import { apply } from '../../shared/exam/apply';
import type { Command, CommandOf } from '../../shared/exam/catalogue';
import { decide } from '../../shared/exam/decide';
import type { Refusal } from '../../shared/exam/refusal';
import { closingOf } from '../../shared/exam/scripts/reported';
import { type CentreState, emptyState } from '../../shared/exam/state';
import { type CandidateId, entryId } from '../../shared/kernel/ids';
import type { Instant } from '../../shared/kernel/instant';
import { type Actor, type Draft, dataForAll, type Statement } from '../../shared/kernel/statement';
import { at, b12, head, invigilator, lead, number, sitting, zone } from './cast';
import {
  attendance,
  distributed,
  envelopeChecked,
  noticeRead,
  paperEnded,
  roomChecked,
  scriptsCounted,
  signed,
  team,
} from './gestures';
import { type Plan, publishedFor, sittersIn } from './smallCentre';

/** One exam day of a small centre, told as what its people say; ids and times are the same at each run. */
export class ExamDay {
  state: CentreState = emptyState;
  now: Instant;
  readonly statements: Statement[] = [];
  private count = 0;

  constructor(private readonly plan: Plan = {}) {
    this.now = at('07:00');
    this.says(head, ...publishedFor(plan));
  }

  /** The clock moves on. */
  at(time: string): this {
    this.now = at(time);
    return this;
  }

  /** Why the commands would be refused, or null; nothing is said. */
  refusal(by: Actor, ...commands: readonly Command[]): Refusal | null {
    const decided = decide(commands, this.state, by, this.now);
    return decided.ok ? null : decided.error;
  }

  /** Says the commands and takes them in; a refusal is a fault of the test. */
  says(by: Actor, ...commands: readonly Command[]): readonly Statement[] {
    const decided = decide(commands, this.state, by, this.now);
    if (!decided.ok) throw new Error(`refused: ${JSON.stringify(decided.error)}`);
    const said = decided.value.map((draft) => this.statement(draft, by));
    this.take(said);
    return said;
  }

  /** What someone says on a machine that has seen nothing since `state`: concurrent with all that was said after. */
  saysFrom(state: CentreState, by: Actor, ...commands: readonly Command[]): readonly Statement[] {
    const decided = decide(commands, state, by, this.now);
    if (!decided.ok) throw new Error(`refused: ${JSON.stringify(decided.error)}`);
    return decided.value.map((draft) => this.statement(draft, by));
  }

  take(statements: readonly Statement[]): void {
    this.statements.push(...statements);
    this.state = apply(this.state, statements);
  }

  everyoneIn(room: 'B12' | 'B07' = 'B12'): readonly CandidateId[] {
    return sittersIn(this.plan, room).map((_each, index) => number(room, index + 1));
  }

  /** Everything before the roll, then the roll: all present but those named. */
  called(absent: readonly CandidateId[] = []): this {
    this.says(head, team());
    this.says(lead, roomChecked());
    const present = this.everyoneIn().filter((each) => !absent.includes(each));
    if (present.length > 0) this.says(invigilator, attendance('present', ...present));
    if (absent.length > 0) this.says(invigilator, attendance('absent', ...absent));
    return this;
  }

  /** The roll, the notice, the envelope, and the subjects given out at the time on the board. */
  begun(absent: readonly CandidateId[] = [], time = this.plan.start ?? '09:00'): this {
    this.called(absent);
    this.says(lead, noticeRead(), envelopeChecked());
    this.at(time).says(lead, distributed(time));
    return this;
  }

  /** Ended, counted and signed; the report still open. */
  counted(scripts: number, blank: number, absentSheets: number): this {
    this.says(lead, paperEnded(this.now));
    this.says(lead, scriptsCounted(scripts, blank, absentSheets), signed(lead));
    return this;
  }

  closing(): CommandOf<'report.closed'> {
    const command = closingOf(this.state, sitting, b12, this.now, []);
    if (!command) throw new Error('the sitting is unknown');
    return command;
  }

  private statement(draft: Draft, by: Actor): Statement {
    this.count += 1;
    const { channel: _channel, to: _to, ...said } = draft;
    return {
      ...said,
      data: dataForAll(draft),
      id: entryId.of(scrambled(this.count)),
      at: { wall: this.now, logical: [this.now, this.count], zone, offset: null },
      by,
    };
  }
}

/** Sixty-four digits that do not follow the order of the count, as hashes do not. */
function scrambled(count: number): string {
  return (Math.imul(count, 2_654_435_761) >>> 0).toString(16).padStart(8, '0').repeat(8);
}
