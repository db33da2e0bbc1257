import type { ExitReason } from '../exam/incidents/kinds';
import { absence, exactHour, notedHour } from './french';
import type { ReportedExit, ReportedFinalExit } from './reportedExits';
import type { Sheet } from './sheet';
import { type Cell, type Column, drawTable } from './table';
import { type Said, said } from './told';
import { styles } from './typography';

const reasons: Readonly<Record<ExitReason, string>> = {
  accommodation: 'aménagement',
  illness: 'maladie',
  necessity: 'nécessité',
  toilet: 'toilettes',
};

const who: readonly Column[] = [
  { heading: 'Nom, prénom', width: 'rest' },
  { heading: 'N° table', width: 16, align: 'right' },
];
const signature: Column = { heading: 'Signature du candidat', width: 40, ruled: true };

/** The table of provisional exits, with their times and how long they lasted. */
export function drawReportedExits(sheet: Sheet, exits: readonly ReportedExit[], zone: string): void {
  if (exits.length === 0) {
    sheet.paragraph('Aucune sortie notée.', styles.body);
    return;
  }
  drawTable(sheet, {
    rowHeight: 9,
    columns: [
      ...who,
      { heading: 'Heure de sortie', width: 22, align: 'right' },
      { heading: 'Heure de retour', width: 23, align: 'right' },
      { heading: 'Durée absence', width: 21, align: 'right' },
      { heading: 'Copie rendue à', width: 22, align: 'right' },
      { heading: '', width: 2 },
      { ...signature, width: 34 },
    ],
    rows: exits.map((exit) => ({ cells: exitCells(exit, zone) })),
  });
}

function exitCells(exit: ReportedExit, zone: string): readonly Cell[] {
  const back = said(exit.returned, (at) => notedHour(at, zone));
  const away = said(exit.returned, (at) => absence(exit.at, at));
  const led = exit.accompaniedBy === '' ? '' : `, accompagné par ${exit.accompaniedBy}`;
  const sheets = exit.sheetsTaken ? ', feuilles reprises' : '';
  return [
    { text: exit.name, under: `${reasons[exit.reason]}${led}${sheets}` },
    String(exit.table),
    notedHour(exit.at, zone),
    cell(back),
    cell(away),
    cell(said(exit.handedIn, (at) => notedHour(at, zone))),
    '',
    '',
  ];
}

function cell({ text, contested }: Said): Cell {
  return contested ? { text, style: styles.contested } : text;
}

/** The table of final exits of candidates with extra time. @param open the start is contested, and so is every end */
export function drawReportedFinalExits(
  sheet: Sheet,
  exits: readonly ReportedFinalExit[],
  zone: string,
  open: boolean,
): void {
  if (exits.length === 0) {
    sheet.paragraph('Aucun candidat à temps majoré.', styles.body);
    return;
  }
  drawTable(sheet, {
    rowHeight: 9,
    columns: [
      ...who,
      { heading: 'Fin au plus tard', width: 30, align: 'right' },
      { heading: 'Restitution de la copie', width: 36, align: 'right' },
      { heading: '', width: 3 },
      signature,
    ],
    rows: exits.map(({ name, table, latestEnd, handedIn }) => ({
      cells: [
        name,
        String(table),
        latestEnd === null
          ? ''
          : cell({ text: exactHour(latestEnd, zone) + (open ? ', à trancher' : ''), contested: open }),
        cell(said(handedIn, (at) => notedHour(at, zone))),
        '',
        '',
      ],
    })),
  });
}
