import type { Instant } from '../kernel/instant';
import { type CentreStatusPage, centreStatusTitle, drawCentreStatus } from './centreStatusPage';
import { drawRoomPlan, roomPlanOrientation, roomPlanTitle } from './drawRoomPlan';
import { drawRoomReport, roomReportTitle } from './drawRoomReport';
import type { PageFonts } from './fonts';
import { type Layout, stationery } from './pageFrame';
import { drawPostedList, type PostedList, postedListTitle } from './postedList';
import { Press } from './press';
import { drawRescueSheet, type RescueSheet, rescueSheetTitle } from './rescueSheet';
import { drawRollCallList, type RollCallList, rollCallListTitle } from './rollCallList';
import type { RoomPlan } from './roomPlan';
import type { RoomReportPage } from './roomReport';
import { drawRoomState, type RoomStatePage, roomStateTitle } from './roomState';
import { statedHash } from './seal';
import { Sheet } from './sheet';
import { drawSignInSheet, type SignInSheet, signInSheetTitle } from './signInSheet';
import { drawTableLabels, type TableLabels, tableLabelsLayout, tableLabelsTitle } from './tableLabels';

/** What any printed document states: plain data, hashed, sent to the worker as it is. */
export type DocumentModel =
  | PostedList
  | RollCallList
  | SignInSheet
  | TableLabels
  | RoomPlan
  | RoomReportPage
  | RoomStatePage
  | RescueSheet
  | CentreStatusPage;

/** One PDF of several documents, begun; each keeps its own numbering of pages, its own id and hash. */
interface PrintJob {
  /** Draws one more document; answers how many pages it took. */
  add(model: DocumentModel): number;
  finish(): Uint8Array<ArrayBuffer>;
}

export function beginPrintJob(fonts: PageFonts, printedAt: Instant): PrintJob {
  const press = new Press(fonts, printedAt);
  const hashes: string[] = [];
  return {
    add(model) {
      const hash = statedHash(model);
      const page = pageOf(model);
      const { frame, id } = model;
      const sheet = new Sheet(press, { frame, id, hash, printedAt, ...page.head }, page.layout);
      page.draw(sheet);
      sheet.close();
      if (hashes.length === 0) press.describe(`${page.head.title}, ${page.head.subtitle}`, id);
      hashes.push(hash);
      return sheet.pageCount;
    },
    finish() {
      return press.finish(statedHash({ hashes, printedAt }).slice(0, 32));
    },
  };
}

/** What a document is called, for a file's name, a list or a screen reader. */
export function documentTitle(model: DocumentModel): { readonly title: string; readonly subtitle: string } {
  return pageOf(model).head;
}

interface Page {
  readonly head: { readonly title: string; readonly subtitle: string };
  readonly layout: Layout;
  draw(sheet: Sheet): void;
}

const portrait = stationery('portrait');

/** How each kind of document is drawn: a kind that is forgotten here does not compile. */
function pageOf(model: DocumentModel): Page {
  switch (model.document) {
    case 'postedList':
      return { head: postedListTitle(model), layout: portrait, draw: (sheet) => drawPostedList(sheet, model) };
    case 'rollCallList':
      return { head: rollCallListTitle(model), layout: portrait, draw: (sheet) => drawRollCallList(sheet, model) };
    case 'signInSheet':
      return { head: signInSheetTitle(model), layout: portrait, draw: (sheet) => drawSignInSheet(sheet, model) };
    case 'tableLabels':
      return {
        head: tableLabelsTitle(model),
        layout: tableLabelsLayout,
        draw: (sheet) => drawTableLabels(sheet, model),
      };
    case 'roomPlan':
      return {
        head: roomPlanTitle(model),
        layout: stationery(roomPlanOrientation(model)),
        draw: (sheet) => drawRoomPlan(sheet, model),
      };
    case 'roomState':
      return { head: roomStateTitle(model), layout: portrait, draw: (sheet) => drawRoomState(sheet, model) };
    case 'rescueSheet':
      return { head: rescueSheetTitle(model), layout: portrait, draw: (sheet) => drawRescueSheet(sheet, model) };
    case 'centreStatus':
      return { head: centreStatusTitle(model), layout: portrait, draw: (sheet) => drawCentreStatus(sheet, model) };
    case 'roomReport':
      return { head: roomReportTitle(model), layout: portrait, draw: (sheet) => drawRoomReport(sheet, model) };
  }
}
