import type { Dismissal } from '../../../shared/exam/admission/kinds';
import { type DeviceId, deviceOf } from '../../../shared/journal/launch';
import type { VerifiedEntry } from '../../../shared/journal/verify';
import type { EntryId } from '../../../shared/kernel/ids';
import type { CentreMachine } from './machine';

interface Admitted {
  readonly by: VerifiedEntry;
  readonly device: DeviceId;
}

/** What really happened in a simulated centre, as nobody in it knows it: kept plainly, without the product’s judgement. */
export class Truth {
  /** What honest people said. */
  private readonly honest: VerifiedEntry[] = [];
  private readonly admissions: Admitted[] = [];
  private readonly cutOffs = new Map<DeviceId, Dismissal['cutOff']>();

  constructor(private readonly chief: CentreMachine) {}

  said(entry: VerifiedEntry): void {
    this.honest.push(entry);
  }

  admitted(device: DeviceId, by: VerifiedEntry): void {
    this.said(by);
    this.admissions.push({ by, device });
  }

  dismissed(device: DeviceId, by: VerifiedEntry, cutOff: Dismissal['cutOff']): void {
    this.said(by);
    this.cutOffs.set(device, cutOff);
  }

  isDismissed(device: DeviceId): boolean {
    return this.cutOffs.has(device);
  }

  /** Whether the head, or a deputy who was let in and said it in time, let a machine in. */
  isAdmitted(device: DeviceId): boolean {
    if (device === this.chief.device) return true;
    return this.admissions.some((each) => each.device === device && this.inTime(each.by));
  }

  isMember(device: DeviceId): boolean {
    return this.isAdmitted(device) && !this.isDismissed(device);
  }

  /** What must count on every machine of the centre once all have met, and who wrote it. */
  counts(): ReadonlyMap<EntryId, DeviceId> {
    const all = this.honest.filter((each) => this.isAdmitted(deviceOf(each.entry.stream)) && this.inTime(each));
    return new Map(all.map(({ entry }) => [entry.id, deviceOf(entry.stream)]));
  }

  private inTime({ entry: { stream, seq } }: VerifiedEntry): boolean {
    const cutOff = this.cutOffs.get(deviceOf(stream));
    return cutOff === undefined || cutOff.some((each) => each.stream === stream && seq <= each.seq);
  }
}
