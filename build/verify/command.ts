import {
  auditFaultText,
  auditHeadline,
  auditRemarks,
  auditText,
  closingText,
  recallText,
  streamName,
} from '../../renderer/text/audit';
import { dayText, hourText } from '../../renderer/text/times';
import { Chronology } from '../../shared/centre/chronicle';
import { type Recalled, recall } from '../../shared/documents/recall';
import { apply } from '../../shared/exam/apply';
import { zoneOf } from '../../shared/exam/session/today';
import { emptyState } from '../../shared/exam/state';
import type { Entry } from '../../shared/journal/entry';
import { NotVerified, type Verified, verifiedAt } from './sources';

export interface VerifyOrder {
  /** A safe copy, a journal folder or a profile. */
  readonly target: string | null;
  readonly codes: readonly string[];
  /** Texts of the codes on printed pages. */
  readonly pages: readonly string[];
  readonly json: boolean;
  print(line: string): void;
}

const usage = 'npm run verify -- <copie de secours ou dossier du journal> [--code CODE] [--page "cachet:1:…"] [--json]';

/** Verifies and reports; answers 0 when all is good, 1 when something is not, 2 when nothing could be verified. */
export async function verifyCommand({ target, codes, pages, json, print }: VerifyOrder): Promise<0 | 1 | 2> {
  if (target === null) {
    print(usage);
    return 2;
  }
  try {
    const verified = await verifiedAt(target, codes);
    const recalled = pages.map((page) => pageOf(page, verified.entries));
    if (json) print(JSON.stringify({ ...verified.found, copy: verified.copy, pages: recalled }, null, 2));
    else for (const line of report(verified, recalled)) print(line);
    return isSound(verified, recalled) ? 0 : 1;
  } catch (error) {
    if (!(error instanceof NotVerified)) throw error;
    print(json ? JSON.stringify({ error: error.message }) : error.message);
    return 2;
  }
}

function isSound({ found }: Verified, pages: readonly Recalled[]): boolean {
  const { faults, unreadable, closings } = found;
  const closed = closings.every(({ outcome }) => outcome === 'agrees');
  return faults.length === 0 && unreadable === 0 && closed && pages.every(({ kind }) => kind === 'same');
}

function report({ found, entries, copy }: Verified, pages: readonly Recalled[]): readonly string[] {
  const zone = zoneOf(apply(emptyState, entries));
  const moment = (at: number) => `${dayText(at, zone)} à ${hourText(at, zone)}`;
  return [
    auditHeadline(found),
    ...(copy ? [`Copie de secours du ${moment(copy.madeAt)}, poste ${copy.device.slice(0, 6)}.`] : []),
    ...auditRemarks(found),
    ...found.faults.map((fault) => `  ✗ ${auditFaultText(fault)}`),
    '',
    `${auditText.machines.title}\u202F:`,
    ...found.streams.map(
      ({ stream, entries: count, first, last, people }) =>
        `  ${streamName(stream)}\u202F: n°\u00a0${first.seq} à ${last.seq}, ${count} en tout, du ${moment(first.at)} au ${moment(last.at)} (${people.map(({ person }) => person).join(', ')})`,
    ),
    ...found.branchings.map(
      ({ device, since, branches }) =>
        `  ✗ poste ${device.slice(0, 6)} cloné\u202F: ${branches.length} suites différentes depuis le ${moment(since)}, toutes gardées`,
    ),
    '',
    `${auditText.closed.title}\u202F:`,
    ...(found.closings.length === 0 ? [`  ${auditText.closed.none}`] : []),
    ...found.closings.map(
      (closing) =>
        `  ${closing.room}, ${closing.sitting}, clos le ${moment(closing.at)}\u202F: ${closingText(closing)}`,
    ),
    ...pages.flatMap((page) => ['', ...pageReport(page, moment)]),
  ];
}

function pageReport(page: Recalled, moment: (at: number) => string): readonly string[] {
  switch (page.kind) {
    case 'no-seal':
      return [recallText.noSeal];
    case 'unknown-document':
      return [`${page.id}\u202F: ${recallText.unknown}`];
    case 'same':
      return [`${page.seal.id}\u202F: ${recallText.same}`];
    case 'never':
      return [`${page.seal.id}\u202F: ${recallText.never}`];
    case 'changed':
      return [
        `${page.seal.id}\u202F: ${recallText.changed(moment(page.until), page.changes.length)}`,
        ...page.changes.map(({ kind, at, by }) => `  ${moment(at.wall)}, ${by.person}\u202F: ${kind}`),
      ];
  }
}

function pageOf(text: string, entries: readonly Entry[]): Recalled {
  const oldestFirst = [...new Chronology().latestFirst(entries)].reverse();
  const walk = recall(text, apply(emptyState, entries), oldestFirst);
  for (let step = walk.next(); ; step = walk.next()) if (step.done) return step.value;
}
