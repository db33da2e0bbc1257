import type { PassedOn } from '../../../shared/exam/decisions/passedOn';
import type { RoomReport, Someone } from '../../../shared/exam/scripts/reported';
import type { PersonId } from '../../../shared/kernel/ids';
import { clockTime, type Instant } from '../../../shared/kernel/instant';
import { weekdayTime } from '../../text/roomTimes';
import { listedName } from '../../text/salle';
import { reportText } from '../../text/salleReport';
import { messageSubjectText } from '../../text/sentences/messages';
import { exitReasonText, incidentText } from '../../text/sentences/procedure';

const text = reportText.report;
const nn = '\u202F';

export interface SummaryRow {
  readonly label: string;
  readonly lines: readonly string[];
}

/** The report as rows to read before signing, in the order of the printed page. */
export function summaryRows(
  report: RoomReport,
  zone: string,
  nameOf: (person: PersonId) => string,
  toldOf: (decision: PassedOn) => string,
): readonly SummaryRow[] {
  const hour = (moment: Instant | null) => (moment ? clockTime(moment, zone) : '…');
  const minute = (moment: Instant | null) => hour(moment).slice(0, 5);
  const who = (someone: Someone) => text.place(someone.table, listedName(someone));
  const { rows } = text;
  const { tally } = report;
  const answer = (granted: boolean | null) =>
    granted === null ? text.undecided : granted ? text.granted : text.refused;
  const always: SummaryRow[] = [
    { label: rows.tally, lines: [`${tally.expected} = ${tally.present} + ${tally.absent}`] },
    { label: rows.absent, lines: report.absent.map(who) },
    { label: rows.notice, lines: [report.noticeRead ? text.yes : text.no] },
    {
      label: rows.hours,
      lines: report.papers.map(
        ({ paper, boardStart, end, extendedEnd }) =>
          `${paper.title} ${hour(boardStart)} – ${hour(end)}${extendedEnd ? ` (${hour(extendedEnd)})` : ''}`,
      ),
    },
    {
      label: rows.packs,
      lines: report.papers.flatMap(({ paper, pack }) =>
        pack ? [`${paper.title} · ${pack.inside} dont ${pack.blankOrAbsent}`] : [],
      ),
    },
    {
      label: rows.incidents,
      lines: report.incidents.map(({ at, category, text: told, answers = [] }) =>
        [
          `${minute(at)} ${incidentText[category]} · ${told}`,
          ...answers.map(({ by, decision }) => text.answered(nameOf(by), decision)),
        ].join(' – '),
      ),
    },
  ];
  const whenAny: SummaryRow[] = [
    { label: rows.contested, lines: report.contested.map(who) },
    { label: rows.provisional, lines: report.provisional.map(who) },
    { label: rows.identity, lines: report.identityOwed.map((each) => `${who(each)}, ${weekdayTime(each.due, zone)}`) },
    {
      label: rows.late,
      lines: report.latecomers.map((each) => `${who(each)}, ${minute(each.arrivedAt)}, ${answer(each.granted)}`),
    },
    {
      label: rows.exits,
      lines: report.exits.map(
        (each) => `${who(each)}, ${minute(each.at)} – ${minute(each.returnedAt)}, ${exitReasonText[each.reason]}`,
      ),
    },
    { label: rows.departures, lines: report.departures.map((each) => `${who(each)}, ${minute(each.at)}`) },
    {
      label: rows.startCorrections,
      lines: report.startCorrections.map(
        (each) => `${hour(each.boardStart)} au lieu de ${hour(each.instead)} · ${each.reason}`,
      ),
    },
    {
      label: rows.readAloud,
      lines: (report.readAloud ?? []).map(({ subject, title, papers, at, by, since }) => {
        const about = report.papers.flatMap(({ paper }) => (papers.includes(paper.id) ? [paper.title] : []));
        const said = [`${messageSubjectText[subject]} «${nn}${title}${nn}»`, ...about, text.since[since]].filter(
          Boolean,
        );
        return `${minute(at)} ${said.join(' · ')}, ${nameOf(by)}`;
      }),
    },
    {
      label: rows.passedOn,
      lines: (report.passedOn ?? []).map((each) => {
        const said = [toldOf(each), text.decisionSince[each.since]].filter(Boolean);
        return `${minute(each.at)} ${said.join(' · ')}, ${nameOf(each.by)}`;
      }),
    },
    { label: rows.overrides, lines: report.overrides.map((each) => `${each.rule} · ${each.reason}`) },
  ];
  return [...always, ...whenAny.filter((row) => row.lines.length > 0)];
}
