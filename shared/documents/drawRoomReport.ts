import { endsAt } from '../exam/timing/ends';
import { drawContestedFacts, drawContestedLines } from './contestedFacts';
import { entryWords } from './entryWords';
import { drawReportedExits, drawReportedFinalExits } from './exitTables';
import { inRoom, paperName, withTable } from './facts';
import { drawChoices, drawFields, drawSection } from './fields';
import { dayAndHour, enumerated, exactHour, FIXED, hour, length, longDay, NARROW, notedHour } from './french';
import { mentionInWords } from './mentionWords';
import { drawReportedAttendance } from './reportedAttendance';
import { answerInWords } from './reportedIncidents';
import type { RoomReportPage } from './roomReport';
import type { Sheet } from './sheet';
import { drawSignatureBoxes } from './signatureBoxes';
import { said } from './told';
import { styles } from './typography';

export function roomReportTitle(model: RoomReportPage) {
  return {
    title: 'Procès-verbal de salle',
    subtitle: `${inRoom(model.room)} · ${paperName(model.paper)} · ${longDay(model.sitting.day)}`,
  };
}

const { warning } = styles;

/** Draws the report in the order of the form. */
export function drawRoomReport(sheet: Sheet, model: RoomReportPage): void {
  sheet.paragraph('À remplir par le surveillant responsable de salle et à joindre au paquet de copies.', styles.note);
  drawStatus(sheet, model);
  sheet.y += 2;
  drawHeading(sheet, model);
  drawReportedAttendance(sheet, model);
  if (model.apart) {
    sheet.y += 3;
    sheet.paragraph(`Sorties pendant l’épreuve et temps majoré${NARROW}: voir le feuillet séparé.`, styles.note);
  } else drawExits(sheet, model);
  drawObservations(sheet, model);
  drawIncidents(sheet, model);
  drawContestedFacts(sheet, model.toSettle);
  drawContestedLines(sheet, model.unheld ?? []);
  drawSignatures(sheet, model);
  drawAfterClosing(sheet, model);
  if (!model.apart) return;
  sheet.addPage();
  sheet.paragraph(`Feuillet séparé${NARROW}: sorties pendant l’épreuve et temps majoré.`, styles.strong);
  drawExits(sheet, model);
}

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
  drawReportedFinalExits(sheet, model.finalExits, model.frame.zone, model.held.kind === 'contested');
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
  for (const { at, category, candidates, text, answers = [] } of incidents) {
    const who = candidates.length === 0 ? '' : `, ${enumerated(candidates)}`;
    sheet.y += 1;
    sheet.paragraph(`${notedHour(at, frame.zone)}, ${categories[category]}${who}`, styles.strong);
    sheet.paragraph(text, styles.body);
    if (answers.length > 1) sheet.paragraph(`${answers.length} réponses, à trancher${NARROW}:`, warning);
    for (const answer of answers) sheet.paragraph(`–${FIXED}${answerInWords(answer, frame.zone)}`, styles.body);
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
  for (const { kind, at, corrected, by } of afterClosing) {
    const hour = `${notedHour(at, frame.zone)}${corrected ? ' (heure corrigée)' : ''}`;
    sheet.paragraph(`–${FIXED}${hour}, ${entryWords[kind] ?? kind}, ${by}`, styles.body);
  }
}
