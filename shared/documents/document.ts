import type { Instant } from '../kernel/instant';
import type { PageFonts } from './fonts';
import { Press, type Orientation } from './press';
import { drawRollCallList, type RollCallList, rollCallListTitle } from './rollCallList';
import { statedHash } from './seal';
import { Sheet } from './sheet';
import { drawSignInSheet, type SignInSheet, signInSheetTitle } from './signInSheet';

/** What any printed document states: plain data, hashed, sent to the worker as it is. */
export type DocumentModel = RollCallList | SignInSheet;

/** One PDF of several documents, begun; each keeps its own numbering of pages, its own id and hash. */
export interface PrintJob {
  /** Draws one more document; answers how many pages it took. */
  add(model: DocumentModel): number;
  finish(): Uint8Array;
}

export function beginPrintJob(fonts: PageFonts, printedAt: Instant): PrintJob {
  const press = new Press(fonts, printedAt);
  const hashes: string[] = [];
  return {
    add(model) {
      const hash = statedHash(model);
      const page = pageOf(model);
      const { frame, id } = model;
      const sheet = new Sheet(press, { frame, id, hash, printedAt, ...page.head }, page.orientation);
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

interface Page {
  readonly head: { readonly title: string; readonly subtitle: string };
  readonly orientation: Orientation;
  draw(sheet: Sheet): void;
}

/** How each kind of document is drawn: a kind that is forgotten here does not compile. */
function pageOf(model: DocumentModel): Page {
  switch (model.document) {
    case 'rollCallList':
      return portrait(rollCallListTitle(model), (sheet) => drawRollCallList(sheet, model));
    case 'signInSheet':
      return portrait(signInSheetTitle(model), (sheet) => drawSignInSheet(sheet, model));
  }
}

function portrait(head: Page['head'], draw: Page['draw']): Page {
  return { head, orientation: 'portrait', draw };
}
