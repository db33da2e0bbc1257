import { describe, expect, test } from 'vitest';
import { roomReportModel } from '../../../shared/documents/roomReport';
import { type EntryId, messageId, type PaperId, paperId, personId } from '../../../shared/kernel/ids';
import { drawn } from '../../support/drawn';
import { at, atTable, b12, centreWith, french, morning, type PageCentre } from '../../support/pageCentre';
import { textOf } from '../../support/pages';
import { hardNames } from '../../support/people';
import { closedMorning, toldMorning } from '../../support/toldMorning';

const inRoom = { sitting: morning, room: b12 };

function modelOf(centre: PageCentre, apart = false) {
  return roomReportModel(centre.state, centre.statements, morning, b12, french, apart);
}

/** The report's text on one line, from its first page to its last. */
async function reportOf(centre: PageCentre): Promise<string> {
  const pages = await textOf(drawn(modelOf(centre)));
  return pages.join('\n').replaceAll('\n', ' ');
}

describe('D-04 the room report', () => {
  test('has every field of the form', async () => {
    const text = await reportOf(toldMorning());
    for (const label of [
      'Procès-verbal',
      'À remplir par le surveillant responsable de salle et à joindre au paquet de copies',
      'CENTRE · Lycée',
      'DIPLÔME – SPÉCIALITÉ',
      'Salle n°',
      'Candidats du n° … au n° … inclus',
      'Nature de l’épreuve',
      'Date de l’épreuve',
      'Durée de l’épreuve : de … à …',
      'Nom du surveillant responsable',
      'Noms des surveillants',
      'Lecture des consignes à l’attention des candidats en début d’épreuve par le surveillant :',
      'Oui',
      'Nombre de candidats',
      'Inscrits',
      'Présents',
      'Absents',
      'Candidats absents',
      'N° table',
      '« ABSENT »',
      '« COPIE BLANCHE »',
      '« COPIES À L’INTÉRIEUR »',
      'Périodes de sorties pendant l’épreuve',
      'Heure de sortie',
      'Heure de retour',
      'Durée absence',
      'Copie rendue à',
      'Signature du candidat',
      'Heures de sorties définitives (temps majoré)',
      'Durée de l’épreuve majorée d’un tiers au maximum : de',
      'Restitution de la copie',
      'Observations',
      'Incidents au cours de l’épreuve :',
      'OUI',
      'NON',
      'Si oui, décrire l’incident',
      'Nom et signature des surveillants',
    ]) {
      expect(text).toContain(label);
    }
  });

  test('is filled from the entries of the day', async () => {
    const text = await reportOf(toldMorning());
    for (const entered of [
      'du n° 0226100001 au n° 0226100018 inclus',
      'de 9 h 05 à 11 h 35',
      'DELATTRE Jeanne',
      'NGUYỄN Thị Hoa',
      'BEN SALAH Ilyès',
      'ÞÓRSDÓTTIR Guðrún',
      '10 h 20 10 h 33 13 min',
      'Stores baissés à partir de 10 h 30.',
      'Alarme incendie',
    ]) {
      expect(text).toContain(entered);
    }
  });

  test('R-032 gives the latest end of extra time, exact to the second, never later than one third', async () => {
    const centre = centreWith([{ ...hardNames[4], familyName: 'Da Silva', givenNames: 'Inès' }]);
    centre.say({
      kind: 'subjects.distributed',
      about: inRoom,
      data: { papers: [french], boardStart: at('09:05'), distributedAt: at('09:05') },
    });
    expect(await reportOf(centre)).toContain('de 9 h 05 à 12 h 25');
  });

  test('is a working draft, and says so, until it is closed', async () => {
    expect(await reportOf(toldMorning())).toContain('ce procès-verbal n’est pas clos');
    const closed = await reportOf(closedMorning());
    expect(closed).toContain('clos le 16 juin 2026 à 12 h 35');
    expect(closed).not.toContain('n’est pas clos');
  });

  test('is a working draft again once it is reopened', async () => {
    const centre = closedMorning();
    const closing = centre.statements.find(({ kind }) => kind === 'report.closed');
    centre.say(
      { kind: 'report.reopened', about: inRoom, data: { reason: 'compte à revoir' } },
      closing ? [closing.id] : [],
    );
    expect(await reportOf(centre)).toContain('ce procès-verbal n’est pas clos');
  });
});

describe('what the form has no field for stands under OBSERVATIONS', () => {
  test('A-82 late derogation, illness exit, identity owed, rule set aside', async () => {
    const centre = toldMorning();
    centre.say({
      kind: 'rule.overridden',
      about: { rule: 'R-076', ...inRoom },
      data: { reason: 'malaise, accord du chef de centre' },
    });
    const text = await reportOf(centre);
    expect(text).toContain(
      'Retard : Þ O (table 15), arrivé à 9 h 31 (panne du car scolaire) ; admis par le chef de centre',
    );
    expect(text).toContain('Sortie pour maladie : ZEIȚAR Ștefan (table 17), à 10 h 41.');
    expect(text).toContain('Sans pièce d’identité : NGUYỄN Minh Châu (table 11) ; à présenter');
    expect(text).toContain('Règle R-076 écartée : malaise, accord du chef de centre');
  });

  test('A-83 someone off the list is named beside the range, which stays that of the list', async () => {
    const text = await reportOf(toldMorning());
    expect(text).toContain('du n° 0226100001 au n° 0226100018 inclus');
    expect(text).toContain('et, admis hors liste DVOŘÁK Božena (table 19)');
    expect(text).toContain('Admis hors liste : DVOŘÁK Božena (table 19)');
    expect(text).toContain('19, dont 1 hors liste');
  });

  test('an envelope that was not as it should be', async () => {
    const centre = centreWith(hardNames);
    centre.say({
      kind: 'envelope.checked',
      about: { ...inRoom, paper: french },
      data: { sealed: false, labelMatches: true, subjectMatches: true, remark: 'rabat décollé' },
    });
    expect(await reportOf(centre)).toContain('Enveloppe des sujets : non scellée, « rabat décollé ».');
  });
});

describe('what is contested is printed as contested', () => {
  test('a candidate seen present by one device and absent by another is counted as neither', async () => {
    const model = modelOf(toldMorning());
    expect(model?.tally).toMatchObject({ expected: 19, present: 16, absent: 2, contested: 1 });
    const text = await reportOf(toldMorning());
    expect(text).toContain('O’NEIL Seán (table 12) : 2 versions (présent / absent), à trancher.');
    expect(text).toContain('16, 1 à trancher');
    expect(text).toContain('2, 1 à trancher');
  });

  test('a return at two different hours shows both', async () => {
    const text = await reportOf(toldMorning());
    expect(text).toMatch(/2 versions : 10 h 52 \/ 10 h 55, à trancher/);
  });

  test('two starts of one paper show both', async () => {
    const centre = centreWith(hardNames);
    for (const time of ['09:05', '09:10']) {
      const boardStart = at(time);
      const data = { papers: [french], boardStart, distributedAt: boardStart };
      centre.say({ kind: 'subjects.distributed', about: inRoom, data });
    }
    expect(await reportOf(centre)).toContain('2 versions : de 9 h 05 à 11 h 35 / de 9 h 10 à 11 h 40, à trancher');
  });
});

test('E-40 the pack: 24 copies, of which 5 (2 blank, 3 absent); 3 AB, 2 zeros, 19 marks to enter', async () => {
  const people = Array.from({ length: 24 }, (_, each) => ({ familyName: `Nom${each}`, givenNames: 'Léa' }));
  const centre = centreWith(people);
  const everyone = people.map((_, each) => atTable(each + 1));
  const [absent, present] = [everyone.slice(0, 3), everyone.slice(3)];
  centre.say({ kind: 'attendance.recorded', about: inRoom, data: { status: 'absent', candidates: absent } });
  centre.say({ kind: 'attendance.recorded', about: inRoom, data: { status: 'present', candidates: present } });
  centre.say({
    kind: 'scripts.counted',
    about: { ...inRoom, paper: french },
    data: { scripts: 19, blank: 2, absentSheets: 3, typed: 0 },
  });
  const text = await reportOf(centre);
  expect(text).toContain('Inscrits 24 Présents 21 Absents 3');
  expect(text).toContain('24 copies, dont 5 (2 blanches, 3 absents)');
  expect(text).toContain('3 AB, 2 notes 00, 19 notes');
  expect(text).not.toContain('ne correspond pas');
});

test('R-109 a count of scripts that differs from the roll is said on the report', async () => {
  const centre = toldMorning();
  const count = centre.statements.find(({ kind }) => kind === 'scripts.counted');
  const data = { scripts: 13, blank: 2, absentSheets: 2, typed: 0 };
  centre.say({ kind: 'scripts.counted', about: { ...inRoom, paper: french }, data }, count ? [count.id] : []);
  expect(await reportOf(centre)).toContain('Ce compte ne correspond pas aux présents et aux absents.');
});

test('an erratum that was read out is stated: what it was, when it was sent and read, and by whom', async () => {
  const centre = toldMorning();
  const about = { message: messageId.of('erratum-1') };
  const data = { subject: 'erratum', title: 'Français, question 4', text: 'Lire « 1914 ».', readOut: true } as const;
  const sent = (papers: readonly PaperId[], over: readonly EntryId[] = []) =>
    centre.say({ kind: 'message.sent', about, data: { ...data, papers: [...papers], at: at('09:30') } }, over);
  const read = (entry: EntryId) =>
    centre.say({
      kind: 'message.acknowledged',
      about: { ...about, sitting: morning, room: b12, person: personId.of('P1') },
      data: { at: at('09:42'), read: [entry] },
    });
  const first = sent([french]);
  expect(await reportOf(centre)).not.toContain('Erratum');
  read(first);
  const stated =
    'Erratum du siège « Français, question 4 » (envoyé le 16 juin 2026 à 9 h 30, E51 Français), lu aux candidats à 9 h 42 par';
  expect(await reportOf(centre)).toContain(stated);
  const second = sent([paperId.of('autre')], [first]);
  expect(await reportOf(centre)).toMatch(/lu aux candidats à 9 h 42 par [^.]+ ; texte remplacé depuis\./);
  read(second);
  expect((await reportOf(centre)).match(/Erratum/g)).toHaveLength(1);
});

test('a decision said to the candidates is stated: what it was, when it was said, by whom, and what became of it', async () => {
  const centre = toldMorning();
  const about = { ...inRoom, candidate: atTable(1) };
  const arrival = { arrivedAt: at('09:20'), explanation: 'car en panne', forceMajeure: false };
  centre.say({ kind: 'latecomer.announced', about, data: arrival });
  const data = { granted: true, reason: 'attesté' };
  const entry = centre.say({ kind: 'latecomer.decided', about, data });
  expect(await reportOf(centre)).not.toContain('dite en salle');
  const person = personId.of('P1');
  centre.say({ kind: 'decision.seen', about: { ...inRoom, entry, person }, data: { at: at('09:24'), aloud: true } });
  expect(await reportOf(centre)).toMatch(
    /Décision dite en salle à 9 h 24 par [^:]+ : entrée tardive de [^(]+ autorisée \(attesté\)\./,
  );
  centre.say({ kind: 'latecomer.decided', about, data: { granted: false, reason: 'erreur' } }, [entry]);
  expect(await reportOf(centre)).toMatch(/autorisée \(attesté\) ; remplacée depuis\./);
});

test('R-113 an incident is followed by its answer, with who answered, when, and what was to be said', async () => {
  const centre = toldMorning();
  const alarm = centre.statements.find(({ kind }) => kind === 'incident.recorded');
  if (!alarm) throw new Error('there is no incident');
  const about = { ...inRoom, incident: alarm.id };
  const answer = (decision: string, say: string, over: readonly EntryId[] = []) =>
    centre.say({ kind: 'incident.decided', about, data: { decision, say } }, over);
  expect(await reportOf(centre)).not.toContain('Réponse de');
  const first = answer('', '');
  expect(await reportOf(centre)).toMatch(
    /aucun échange n’a été constaté\. – Lu par DELATTRE Jeanne à 8 h 00 : rien à décider\./,
  );
  answer('L’épreuve continue.', 'L’heure de fin ne change pas.', [first]);
  expect(await reportOf(centre)).toMatch(
    /– Réponse de DELATTRE Jeanne à 8 h 00 : L’épreuve continue\. À dire aux candidats : « L’heure de fin ne change pas\. »/,
  );
  answer('Évacuez la salle.', '', [first]);
  const contested = await reportOf(centre);
  expect(contested).toContain('2 réponses, à trancher :');
  expect(contested).toContain('Évacuez la salle.');
});

test('A-85 every invigilator has a box for the signature by hand, whatever was drawn on the screen', async () => {
  for (const centre of [toldMorning(), closedMorning()]) {
    const text = await reportOf(centre);
    expect(text.match(/signature manuscrite/g)?.length).toBe(3); // two boxes, and the sentence that says which counts
    expect(text).toContain('Seule la signature manuscrite vaut signature');
  }
  expect(await reportOf(closedMorning())).toContain('tracé à l’écran, 12 h 31');
});

test('what arrives after the closing is listed apart', async () => {
  const model = modelOf(closedMorning());
  expect(model?.afterClosing.map(({ kind }) => kind)).toEqual(['exit.started']);
  expect(await reportOf(closedMorning())).toContain('Arrivé après clôture');
  expect(await reportOf(toldMorning())).not.toContain('Arrivé après clôture');
});

test('A-31 exits and extra time may stand on a sheet of their own, so that the envelope need not tell them', async () => {
  const pages = await textOf(drawn(modelOf(toldMorning(), true)));
  const apart = pages.filter((page) => page.includes('Périodes de sorties pendant l’épreuve'));
  expect(apart).toHaveLength(1);
  expect(apart[0]).toContain('Feuillet séparé');
  expect(apart[0]).not.toContain('Observations');
});

test('there is no report of a paper that nobody sits in the room', () => {
  const { state, statements } = centreWith([]);
  expect(roomReportModel(state, statements, morning, b12, french)).toBeNull();
});
