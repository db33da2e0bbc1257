import type { CentreState } from '../exam/state';
import type { Instant } from '../kernel/instant';
import { type Frame, frameOf } from './frame';
import { dayAndHour, NARROW, quoted } from './french';
import { documentId, statedHash } from './seal';
import type { Sheet } from './sheet';
import { colours, leading, type Style, styles } from './typography';

/** The sheet that goes into the centre's sealed envelope: the code that opens the safe copies, and what to do with it. */
export interface RescueSheet {
  readonly document: 'rescueSheet';
  readonly id: string;
  readonly frame: Frame;
  /** In groups of five signs, with dashes. */
  readonly code: string;
  /** The machine whose copies it opens, by the first signs of its key. */
  readonly machine: string;
  readonly from: Instant;
}

/** What the sheet states, or null before a session was published. */
export function rescueSheetModel(state: CentreState, code: string, machine: string, from: Instant): RescueSheet | null {
  const frame = frameOf(state);
  // Named by the code's hash, so that the seal tells one sheet from another and nothing of the code
  const id = documentId('secours', machine, statedHash({ code }).slice(0, 8));
  return frame && { document: 'rescueSheet', id, frame, code, machine, from };
}

export function rescueSheetTitle({ machine, from, frame }: RescueSheet) {
  return {
    title: 'Fiche de secours',
    subtitle: `Code des copies du poste ${machine} · à partir du ${dayAndHour(from, frame.zone)}`,
  };
}

const codeStyle: Style = { face: 'semibold', size: 25, colour: colours.ink };
const bodyStyle: Style = { ...styles.body, size: 12.5 };
const groupWidth = 42;
const lineHeight = 17;
const groupsPerLine = 4;

const sentences = [
  'Glissez cette fiche dans l’enveloppe scellée du chef de centre, jamais avec la clé USB ni dans le même tiroir.',
  `Si ce poste tombe en panne, branchez la clé sur un autre poste où Cachet est installé et choisissez ${quoted('Reprendre une copie de secours')}.`,
  'Choisissez le fichier le plus récent de la clé, tapez le code ci-dessus, regardez ce que la copie contient, puis confirmez.',
  'Si cette fiche est perdue ou a été vue par quelqu’un d’autre, demandez un nouveau code dans Préparation, page Copie de secours, et imprimez-en la fiche.',
];

export function drawRescueSheet(sheet: Sheet, { code }: RescueSheet): void {
  const groups = code.split('-');
  const lines = Math.ceil(groups.length / groupsPerLine);
  const height = lines * lineHeight + 10;
  sheet.y += 6;
  sheet.press.box(sheet.left, sheet.y, sheet.width, height, 0.5, colours.strong);
  groups.forEach((group, at) => {
    const x = sheet.left + 9 + (at % groupsPerLine) * groupWidth;
    const y = sheet.y + 15.5 + Math.floor(at / groupsPerLine) * lineHeight;
    sheet.press.text(group, x, y, codeStyle);
    sheet.press.text(String(at + 1), x, y - 8.6, styles.label);
  });
  sheet.y += height + 3;
  sheet.paragraph(
    `Le chiffre zéro s’écrit 0${NARROW}; il n’y a ni lettre O, ni I, ni L, ni U. Tirets, espaces et majuscules ne comptent pas.`,
    styles.note,
  );
  sheet.y += 9;
  sentences.forEach((sentence, at) => {
    sheet.press.text(`${at + 1}`, sheet.left, sheet.y + leading(bodyStyle) * 0.76, { ...bodyStyle, face: 'semibold' });
    for (const line of sheet.wrap(sentence, bodyStyle, sheet.width - 9)) {
      sheet.y += leading(bodyStyle);
      sheet.press.text(line, sheet.left + 9, sheet.y - leading(bodyStyle) * 0.24, bodyStyle);
    }
    sheet.y += 4;
  });
}
