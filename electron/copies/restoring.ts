import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { setImmediate as turn } from 'node:timers/promises';
import type { CopiedCentre, CopyFault, CopyPreview } from '../../shared/bridge/copies';
import type { VerifiedEntry } from '../../shared/journal/verify';
import type { CodeFault } from '../../shared/kernel/recoveryCode';
import { err, ok, type Result } from '../../shared/kernel/result';
import type { StorageReason } from '../../shared/kernel/storage';
import type { BlackBox } from '../journal/blackBox';
import { openerOfCode } from './copyCode';
import { decodeCopyHeader } from './copyHeader';
import { type CopyChecks, type ReadCopy, readCopy } from './readCopy';

export interface RestoringPorts extends CopyChecks {
  readonly box: Pick<BlackBox, 'append' | 'compare' | 'count'>;
  readonly device: string;
  /** What the journal of this machine is of; null where it is empty. */
  readonly centre: () => CopiedCentre | null;
}

export type OpenFault =
  | { readonly kind: 'no-file' }
  | { readonly kind: 'code'; readonly fault: CodeFault }
  | { readonly kind: 'copy'; readonly fault: CopyFault }
  | { readonly kind: 'other-centre'; readonly copy: CopiedCentre; readonly here: CopiedCentre };

export type RestoreFault =
  | { readonly kind: 'no-file' }
  | { readonly kind: 'storage'; readonly reason: StorageReason; readonly taken: number };

const entriesPerAppend = 300;

/**
 * Takes a copy back: a file is chosen, opened with its code and compared with what is here before anything is written; then its
 * entries go to the black box as any others from elsewhere. Nothing here is ever overwritten or removed by it.
 */
export class Restoring {
  private file: Uint8Array | null = null;
  private opened: ReadCopy | null = null;

  constructor(private readonly ports: RestoringPorts) {}

  /** Reads a chosen file and its header; `unreadable` when the system does not let it be read. */
  async choose(chosen: string) {
    this.leave();
    const name = path.basename(chosen);
    let file: Uint8Array;
    try {
      file = new Uint8Array(await readFile(chosen));
    } catch {
      return { outcome: 'unreadable', name } as const; // the key was pulled out, or it is no file
    }
    const header = decodeCopyHeader(file);
    if (!header.ok) return { outcome: 'refused', name, because: header.error } as const;
    this.file = file;
    return { outcome: 'chosen', name } as const;
  }

  async open(code: string): Promise<Result<CopyPreview, OpenFault>> {
    const { file, ports } = this;
    if (!file) return err({ kind: 'no-file' });
    const opener = openerOfCode(code);
    if (!opener.ok) return err({ kind: 'code', fault: opener.error });
    const read = await readCopy(file, opener.value, ports);
    if (!read.ok) return err({ kind: 'copy', fault: read.error });
    const { header, entries } = read.value;
    const here = ports.centre();
    if (here && (here.session !== header.of.session || here.code !== header.of.code))
      return err({ kind: 'other-centre', copy: header.of, here });
    const { added, known, forked } = placedOf(ports.box, entries);
    this.opened = read.value;
    const { of, madeAt, device, version } = header;
    return ok({
      ...{ of, madeAt, device, version },
      ours: device === ports.device,
      entries: entries.length,
      fresh: added.length,
      known,
      beside: forked.length,
      onlyHere: ports.box.count - known,
    });
  }

  /** What was taken before a fault stays: it is good, and repeating the whole is harmless. */
  async restore(): Promise<
    Result<ReadCopy['header'] & { readonly added: number; readonly beside: number }, RestoreFault>
  > {
    const { opened, ports } = this;
    if (!opened) return err({ kind: 'no-file' });
    let [added, beside] = [0, 0];
    for (let at = 0; at < opened.entries.length; at += entriesPerAppend) {
      const taken = await ports.box.append(opened.entries.slice(at, at + entriesPerAppend));
      if (!taken.ok) {
        if (taken.error.kind === 'gap') throw new Error('a whole copy leaves no gap');
        return err({ kind: 'storage', reason: taken.error.reason, taken: added + beside });
      }
      added += taken.value.added.length;
      beside += taken.value.forked.length;
      await turn();
    }
    this.leave();
    return ok({ ...opened.header, added, beside });
  }

  leave(): void {
    this.file = null;
    this.opened = null;
  }
}

function placedOf(box: RestoringPorts['box'], entries: readonly VerifiedEntry[]) {
  const placed = box.compare(entries);
  if (!placed.ok) throw new Error('a whole copy leaves no gap');
  return placed.value;
}
