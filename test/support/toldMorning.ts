import { closingOf } from '../../shared/exam/scripts/reported';
import { candidateId, personId } from '../../shared/kernel/ids';
import { at, atTable, b12, centreWith, examDay, french, morning, type PageCentre } from './pageCentre';
import { hardNames } from './people';

const inRoom = { sitting: morning, room: b12 };

const lead = personId.of('P1');
const other = personId.of('P2');

/** Two strokes of a pen. */
const strokes = [
  [
    100, 300, 180, 120, 240, 90, 280, 160, 250, 300, 320, 340, 420, 220, 480, 180, 520, 260, 600, 240, 700, 200, 820,
    260,
  ],
  [120, 380, 400, 360, 860, 340],
];

/**
 * A morning in room B12 up to the count of the scripts: three absentees, one of whom another device saw present; a late
 * candidate; one off the list; one without an identity document; exits, extra time, an incident.
 */
export function toldMorning(): PageCentre {
  const centre = centreWith(hardNames);
  centre.say({ kind: 'room.checked', about: inRoom, data: { points: [], remark: 'Table 9 bancale, calée.' } });
  centre.say({ kind: 'notice.read', about: inRoom, data: {} });
  const everyone = hardNames.map((_, index) => atTable(index + 1));
  const absent = [atTable(3), atTable(14)];
  const present = everyone.filter((id) => !absent.includes(id) && id !== atTable(12));
  centre.say({ kind: 'attendance.recorded', about: inRoom, data: { status: 'present', candidates: present } });
  centre.say({ kind: 'attendance.recorded', about: inRoom, data: { status: 'absent', candidates: absent } });
  for (const status of ['present', 'absent'] as const) {
    centre.say({ kind: 'attendance.recorded', about: inRoom, data: { status, candidates: [atTable(12)] } });
  }
  const owes = { ...inRoom, candidate: atTable(11) };
  centre.say({ kind: 'identity.recorded', about: owes, data: { outcome: 'owed', due: at('23:59') } });
  centre.say({
    kind: 'envelope.checked',
    about: { ...inRoom, paper: french },
    data: { sealed: true, labelMatches: true, subjectMatches: true, remark: '' },
  });
  centre.say({
    kind: 'subjects.distributed',
    about: inRoom,
    data: { papers: [french], boardStart: at('09:05'), distributedAt: at('09:05') },
  });
  const late = { ...inRoom, candidate: atTable(15) };
  centre.say({
    kind: 'latecomer.announced',
    about: late,
    data: { arrivedAt: at('09:31'), explanation: 'panne du car scolaire', forceMajeure: false },
  });
  centre.say({
    kind: 'latecomer.decided',
    about: late,
    data: { granted: true, reason: 'retard du transport, attesté' },
  });
  const unlisted = { ...inRoom, candidate: candidateId.of('HL-1') };
  centre.say({
    kind: 'candidate.admittedProvisionally',
    about: unlisted,
    data: {
      familyName: 'Dvořák',
      givenNames: 'Božena',
      birthDate: examDay,
      diploma: 'bac-pro',
      paper: french,
      table: 19,
      explanation: 'convocation présentée, absente de la liste',
    },
  });
  centre.say({
    kind: 'attendance.recorded',
    about: inRoom,
    data: { status: 'present', candidates: [candidateId.of('HL-1')] },
  });
  exits(centre);
  centre.say({
    kind: 'incident.recorded',
    about: inRoom,
    data: {
      category: 'premises',
      at: at('10:12'),
      candidates: [atTable(2)],
      text: 'Alarme incendie d’un bâtiment voisin, arrêtée en deux minutes. Les candidats sont restés assis ; aucun échange n’a été constaté.',
    },
  });
  centre.say({
    kind: 'scripts.counted',
    about: { ...inRoom, paper: french },
    data: { scripts: 14, blank: 2, absentSheets: 2, typed: 1 },
  });
  centre.say({ kind: 'observation.written', about: inRoom, data: { text: 'Stores baissés à partir de 10 h 30.' } });
  return centre;
}

/** The same morning, signed and closed, and one entry that came in afterwards. */
export function closedMorning(): PageCentre {
  const centre = toldMorning();
  for (const [signer, time] of [
    [lead, '12:31'],
    [other, '12:33'],
  ] as const) {
    centre.say({ kind: 'report.signed', about: { ...inRoom, signer }, data: { at: at(time), strokes } });
  }
  const closing = closingOf(centre.state, morning, b12, at('12:35'), []);
  if (!closing) throw new Error('the sitting is unknown');
  centre.say(closing);
  centre.say({
    kind: 'exit.started',
    about: { ...inRoom, candidate: atTable(8) },
    data: { reason: 'toilet', at: at('11:02'), accompaniedBy: '', sheetsTaken: false },
  });
  return centre;
}

function exits(centre: PageCentre): void {
  const walk = centre.say({
    kind: 'exit.started',
    about: { ...inRoom, candidate: atTable(9) },
    data: { reason: 'accommodation', at: at('10:20'), accompaniedBy: 'Nguyễn Thị Hoa', sheetsTaken: true },
  });
  centre.say({ kind: 'exit.ended', about: { ...inRoom, exit: walk }, data: { at: at('10:33') } });
  const ill = centre.say({
    kind: 'exit.started',
    about: { ...inRoom, candidate: atTable(17) },
    data: { reason: 'illness', at: at('10:41'), accompaniedBy: 'infirmière', sheetsTaken: true },
  });
  for (const time of ['10:52', '10:55']) {
    centre.say({ kind: 'exit.ended', about: { ...inRoom, exit: ill }, data: { at: at(time) } });
  }
  for (const [table, time] of [
    [5, '12:21'],
    [16, '12:24'],
  ] as const) {
    centre.say({
      kind: 'candidate.left',
      about: { ...inRoom, candidate: atTable(table) },
      data: { at: at(time), headerFilled: true, signed: true },
    });
  }
}
