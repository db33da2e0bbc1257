import type { ScriptCount } from '../exam/scripts/kinds';
import { countsAgree, envelopeOf, expectedMarks } from '../exam/scripts/packing';
import { type OnReport, withTable } from './facts';
import { drawFields, drawSection } from './fields';
import { count, enumerated, FIXED, NARROW, quoted } from './french';
import type { RoomReportPage } from './roomReport';
import type { Sheet } from './sheet';
import { drawTable } from './table';
import { said } from './told';
import { type Style, styles } from './typography';

const { warning } = styles;

/** How many there were, who was absent, and what is in the envelope. */
export function drawReportedAttendance(sheet: Sheet, model: RoomReportPage): void {
  const { tally, offTheList, contested, unmarked } = model;
  drawSection(sheet, 'Nombre de candidats');
  const off = offTheList.length === 0 ? '' : `, dont ${count(offTheList.length, 'hors liste', 'hors liste')}`;
  const open = contested.length === 0 ? '' : `, ${contested.length} à trancher`;
  drawFields(sheet, [
    { label: 'Inscrits', value: `${tally.expected}${off}`, style: figures },
    { label: 'Présents', value: { text: `${tally.present}${open}`, contested: open !== '' }, style: figures },
    { label: 'Absents', value: { text: `${tally.absent}${open}`, contested: open !== '' }, style: figures },
  ]);
  if (unmarked.length > 0) sheet.paragraph(uncalled(unmarked, tally.expected), warning);
  for (const each of contested) {
    const versions = each.versions.map((status) => (status === 'present' ? 'présent' : 'absent')).join(' / ');
    sheet.paragraph(
      `${withTable(each)}${NARROW}: ${each.versions.length} versions (${versions}), à trancher.`,
      warning,
    );
  }
  if (open !== '' || unmarked.length > 0) sheet.y += 2;
  drawPack(sheet, model);
  drawAbsent(sheet, model.absent);
}

function uncalled(people: readonly OnReport[], expected: number): string {
  if (people.length === expected) return 'L’appel n’est pas fait.';
  return `Pas encore appelés${NARROW}: ${enumerated(people.map(withTable))}.`;
}

const figures: Style = { ...styles.strong, size: 13 };

function drawPack(sheet: Sheet, { scripts, tally }: RoomReportPage): void {
  const pack = { registered: tally.expected, present: tally.present, absent: tally.absent, open: 0 };
  const words = said(scripts, packInWords, 'à compter');
  drawFields(sheet, [{ label: 'Copies dans l’enveloppe', value: words }]);
  if (scripts.kind !== 'told' || countsAgree(scripts.value, pack)) return;
  sheet.paragraph('Ce compte ne correspond pas aux présents et aux absents.', warning);
}

/** E-40: `24 copies, dont 5 (2 blanches, 3 absents)`, then what the markers will enter. */
function packInWords(scripts: ScriptCount): string {
  const { inside, blankOrAbsent, blank, absent } = envelopeOf(scripts);
  const { absences, zeros, marks } = expectedMarks(scripts);
  const parts = [count(blank, 'blanche'), count(absent, 'absent')].join(', ');
  const typed = scripts.typed === 0 ? '' : ` Dont ${count(scripts.typed, 'copie')} à l’intérieur.`;
  const entered = `${absences}${FIXED}AB, ${zeros}${FIXED}notes 00, ${count(marks, 'note')}`;
  return `${count(inside, 'copie')}, dont ${blankOrAbsent} (${parts}). Saisie attendue${NARROW}: ${entered}.${typed}`;
}

function drawAbsent(sheet: Sheet, absent: readonly OnReport[]): void {
  drawSection(sheet, 'Candidats absents');
  if (absent.length === 0) sheet.paragraph('Aucun absent noté.', styles.body);
  else {
    drawTable(sheet, {
      rowHeight: 6,
      columns: [
        { heading: 'Nom, prénom', width: 100 },
        { heading: 'N° table', width: 'rest' },
      ],
      rows: absent.map(({ name, table }) => ({ cells: [name, String(table)] })),
    });
  }
  sheet.y += 1.5;
  sheet.paragraph(
    `Pour chaque absent, remplir l’en-tête d’une copie (nom, n° de table, épreuve), y porter la mention ${quoted('ABSENT')} et la classer par numéro de table. Copie blanche${NARROW}: mention ${quoted('COPIE BLANCHE')}. Composition à l’ordinateur${NARROW}: mention ${quoted('COPIES À L’INTÉRIEUR')}. Aucune autre mention.`,
    styles.note,
  );
}
