import type { Tell } from '../../renderer/parts/Toasts';
import { dayOf, type Instant } from '../../shared/kernel/instant';
import { centresCsv } from '../../shared/watch/csv';
import { machineZone } from '../frame/zone';
import { nothing, post } from '../server/ask';
import { boardText, refusalText } from '../text/vigie';
import type { Row } from './troubles';

/** Hands the rows over as a file for a spreadsheet, in their order; headquarters notes that it was done. */
export async function exportCentres(rows: readonly Row[], now: Instant, tell: Tell): Promise<void> {
  const told = rows.flatMap(({ watched, line, figures }) => {
    if (!line || !figures) return [];
    const { name, town, session, halfDay } = line;
    return [{ centre: { code: watched.centre, name, town }, session, halfDay, at: now, figures }];
  });
  const noted = await post(nothing, '/exports', { what: 'centres', rows: told.length });
  if (!noted.ok) return tell({ tone: 'fault', text: refusalText(noted.error) });
  download(boardText.exportFile(dayOf(now, machineZone)), centresCsv(told));
  tell({ text: boardText.exported(told.length) });
}

function download(name: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'text/csv;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
