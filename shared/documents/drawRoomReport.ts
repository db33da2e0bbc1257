import type { ScriptCount } from '../exam/scripts/kinds';
import { countsAgree, envelopeOf, expectedMarks } from '../exam/scripts/packing';
import { endsAt } from '../exam/timing/ends';
import { entryWords } from './entryWords';
import { drawReportedExits, drawReportedFinalExits } from './exitTables';
import { inRoom, type OnReport, paperName, withTable } from './facts';
import { drawChoices, drawFields, drawSection } from './fields';
import {
  count,
  dayAndHour,
  enumerated,
  exactHour,
  FIXED,
  hour,
  length,
  longDay,
  NARROW,
  notedHour,
  quoted,
} from './french';
import { mentionInWords } from './mentionWords';
import type { RoomReportPage } from './roomReport';
import type { Sheet } from './sheet';
import { drawSignatureBoxes } from './signatureBoxes';
import { drawTable } from './table';
import { said } from './told';
import { colours, type Style, styles } from './typography';

export function roomReportTitle(model: RoomReportPage) {
  return {
    title: 'Procès-verbal de salle',
    subtitle: `${inRoom(model.room)} · ${paperName(model.paper)} · ${longDay(model.sitting.day)}`,
  };
}

/** Draws the report in the order of the form. */
export function drawRoomReport(sheet: Sheet, model: RoomReportPage): void {
  sheet.paragraph('À remplir par le surveillant responsable de salle et à joindre au paquet de copies.', styles.note);
  drawStatus(sheet, model);
  sheet.y += 2;
  drawHeading(sheet, model);
  drawAttendance(sheet, model);
  if (model.apart) {
    sheet.y += 3;
    sheet.paragraph(`Sorties pendant l’épreuve et temps majoré${NARROW}: voir le feuillet séparé.`, styles.note);
  } else drawExits(sheet, model);
  drawObservations(sheet, model);
  drawIncidents(sheet, model);
  drawSignatures(sheet, model);
  drawAfterClosing(sheet, model);
  if (!model.apart) return;
  sheet.addPage();
  sheet.paragraph(`Feuillet séparé${NARROW}: sorties pendant l’épreuve et temps majoré.`, styles.strong);
  drawExits(sheet, model);
}

const warning: Style = { ...styles.strong, colour: colours.seal };

function drawStatus(sheet: Sheet, { closed, frame }: RoomReportPage): void {
  if (closed.kind === 'unknown') {
    sheet.paragraph(`Version de travail${NARROW}: ce procès-verbal n’est pas clos.`, warning);
    return;
  }
  const words = said(
    closed,
    ({ at, statedHash }) => `le ${dayAndHour(at, frame.zone)} (empreinte ${statedHash.slice(0, 16)})`,
  );
  sheet.paragraph(`Procès-verbal clos ${words.text}.`, words.contested ? warning : styles.small);
}

function drawHeading(sheet: Sheet, model: RoomReportPage): void {
  const { frame, paper, team, held, sitting, range } = model;
  const { centre } = frame;
  const off = model.offTheList.map(withTable);
  drawFields(sheet, [{ label: 'CENTRE · Lycée', value: `${centre.name}, ${centre.town} (${centre.code})` }]);
  drawFields(sheet, [{ label: 'DIPLÔME – SPÉCIALITÉ', value: [paper.diploma, ...model.specialities].join(' – ') }]);
  drawFields(sheet, [
    { label: 'Salle n°', value: model.room, share: 0.2, style: styles.strong },
    {
      label: 'Candidats du n° … au n° … inclus',
      value: range ? `du n°${FIXED}${range.from} au n°${FIXED}${range.to} inclus` : 'aucun candidat inscrit',
    },
  ]);
  if (off.length > 0) drawFields(sheet, [{ label: 'et, admis hors liste', value: enumerated(off) }]);
  drawFields(sheet, [
    { label: 'Nature de l’épreuve', value: `${paperName(paper)} (${forms[paper.form]})` },
    { label: 'Date de l’épreuve', value: longDay(sitting.day), share: 0.35 },
  ]);
  const duration = said(
    held,
    ({ from, to }) => `de ${exactHour(from, frame.zone)} à ${exactHour(to, frame.zone)}`,
    `de … à … (convocation à ${hour(sitting.start)})`,
  );
  drawFields(sheet, [
    { label: `Durée de l’épreuve${NARROW}: de … à …`, value: duration },
    { label: 'Durée réglementaire', value: length(paper.minutes), share: 0.35 },
  ]);
  drawFields(sheet, [
    { label: 'Nom du surveillant responsable', value: said(team, ({ lead }) => lead), share: 0.4 },
    { label: 'Noms des surveillants', value: said(team, ({ others }) => others.join(', ') || 'aucun autre') },
  ]);
  drawChoices(
    sheet,
    `Lecture des consignes à l’attention des candidats en début d’épreuve par le surveillant${NARROW}:`,
    [['Oui', model.noticeRead]],
  );
}

const forms = { written: 'épreuve écrite', oral: 'épreuve orale', practical: 'épreuve pratique' } as const;

function drawAttendance(sheet: Sheet, model: RoomReportPage): void {
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

function drawExits(sheet: Sheet, model: RoomReportPage): void {
  drawSection(sheet, 'Périodes de sorties pendant l’épreuve', 30);
  drawReportedExits(sheet, model.exits, model.frame.zone);
  drawSection(sheet, 'Heures de sorties définitives (temps majoré)', 30);
  const limit = said(
    model.held,
    ({ from }) =>
      `de ${exactHour(from, model.frame.zone)} à ${exactHour(endsAt(from, model.paper.minutes, 20), model.frame.zone)}`,
    'de … à …',
  );
  sheet.paragraph(
    `Durée de l’épreuve majorée d’un tiers au maximum${NARROW}: ${limit.text}`,
    limit.contested ? warning : styles.body,
  );
  sheet.y += 1;
  drawReportedFinalExits(sheet, model.finalExits, model.frame.zone);
}

function drawObservations(sheet: Sheet, { observations, mentions, frame }: RoomReportPage): void {
  drawSection(sheet, 'Observations');
  for (const mention of mentions) {
    const { text, contested } = mentionInWords(mention, frame.zone);
    sheet.paragraph(`–${FIXED}${text}`, contested ? warning : styles.body);
    sheet.y += 0.8;
  }
  const written = said(observations, (text) => text);
  if (written.text !== '') sheet.paragraph(written.text, written.contested ? warning : styles.body);
  else if (mentions.length === 0) sheet.paragraph('Aucune observation notée.', styles.body);
}

const categories = {
  subject: 'sujet',
  fraud: 'fraude',
  disruption: 'trouble',
  health: 'santé',
  premises: 'locaux',
  other: 'autre',
} as const;

function drawIncidents(sheet: Sheet, { incidents, scripts, closed, frame }: RoomReportPage): void {
  drawSection(sheet, 'Incidents');
  const over = closed.kind !== 'unknown' || scripts.kind !== 'unknown';
  sheet.y -= 2;
  drawChoices(sheet, `Incidents au cours de l’épreuve${NARROW}:`, [
    ['OUI', incidents.length > 0],
    ['NON', incidents.length === 0 && over],
  ]);
  if (incidents.length > 0) sheet.paragraph('Si oui, décrire l’incident', styles.label);
  for (const { at, category, candidates, text } of incidents) {
    const who = candidates.length === 0 ? '' : `, ${enumerated(candidates)}`;
    sheet.y += 1;
    sheet.paragraph(`${notedHour(at, frame.zone)}, ${categories[category]}${who}`, styles.strong);
    sheet.paragraph(text, styles.body);
  }
}

function drawSignatures(sheet: Sheet, { signatures, frame }: RoomReportPage): void {
  drawSection(sheet, 'Nom et signature des surveillants', 36);
  sheet.paragraph(
    `Seule la signature manuscrite vaut signature${NARROW}; le tracé fait à l’écran figure à titre d’information.`,
    styles.note,
  );
  sheet.y += 1.5;
  drawSignatureBoxes(sheet, signatures, frame.zone);
}

function drawAfterClosing(sheet: Sheet, { afterClosing, frame }: RoomReportPage): void {
  if (afterClosing.length === 0) return;
  drawSection(sheet, 'Arrivé après clôture');
  sheet.paragraph('Ces saisies sont parvenues après la clôture et n’y changent rien par elles-mêmes.', styles.note);
  for (const { kind, at, by } of afterClosing) {
    sheet.paragraph(`–${FIXED}${notedHour(at, frame.zone)}, ${entryWords[kind] ?? kind}, ${by}`, styles.body);
  }
}
