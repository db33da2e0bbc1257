import { useState } from 'react';
import type { DocumentModel } from '../../shared/documents/document';
import { usePorts } from '../app/ports';
import { useTell } from '../parts/Toasts';
import { printedText, savedText } from '../text/pages';
import { openPressRoom } from './pressRoom';

/** Prints and saves one document that is made the moment it is asked for, and says what became of it. */
export function useHandOver(document: {
  readonly model: () => DocumentModel;
  /** Of the print, and of the file it is saved under. */
  readonly title: string;
  readonly file: string;
  /** Said where it could not be drawn. */
  readonly drawFailed: string;
}) {
  const { bridge, clock } = usePorts();
  const tell = useTell();
  const [busy, setBusy] = useState(false);

  async function drawn(act: (bytes: Uint8Array<ArrayBuffer>) => Promise<void>): Promise<void> {
    const models = [document.model()];
    setBusy(true);
    const press = openPressRoom();
    try {
      const pressed = await press.print({ models, printedAt: clock.now() }, () => undefined).result;
      if (pressed.outcome === 'finished') await act(pressed.bytes);
      else tell({ text: document.drawFailed, tone: 'fault' });
    } finally {
      press.close();
      setBusy(false);
    }
  }

  async function printed(bytes: Uint8Array<ArrayBuffer>): Promise<void> {
    const said = await bridge.printPdf({ title: document.title, bytes });
    const well = said.outcome === 'printed' || said.outcome === 'opened';
    tell({ text: printedText(said), tone: well ? 'done' : 'fault' });
  }

  async function saved(bytes: Uint8Array<ArrayBuffer>): Promise<void> {
    const said = await bridge.saveFile({ suggestedName: document.file, bytes });
    const text = savedText(said);
    if (text !== null) tell({ text, tone: said.outcome === 'saved' ? 'done' : 'fault' });
  }

  return { busy, print: () => void drawn(printed), save: () => void drawn(saved) };
}
