import fc from 'fast-check';
import type { AnyFault } from '../../renderer/preparation/importing/content';
import { faultLine } from '../../renderer/text/faultLines';
import { planFaultText } from '../../renderer/text/importPlan';
import { apply } from '../../shared/exam/apply';
import { decide } from '../../shared/exam/decide';
import { type CentreState, emptyState } from '../../shared/exam/state';
import { contentOfCyclades, contentOfDossier, type ImportContent } from '../../shared/formats/content';
import { readCyclades } from '../../shared/formats/cyclades/cyclades';
import { demonstration } from '../../shared/formats/demonstration/demonstration';
import { readDossier } from '../../shared/formats/dossier/read';
import type { Dossier } from '../../shared/formats/dossier/schema';
import { planImport } from '../../shared/formats/plan';
import { utf8 } from '../../shared/kernel/bytes';
import { day, entryId, personId } from '../../shared/kernel/ids';
import { instant } from '../../shared/kernel/instant';
import type { Statement } from '../../shared/kernel/statement';
import { sample, windows1252 } from '../support/cycladesSample';
import { type Border, holds } from './border';
import { spoiltBytes, spoiltValue } from './mutate';

const now = instant.of(Date.UTC(2027, 5, 14, 6));
const setup = { person: personId.of('installation'), role: 'setup', unlocked: 'first-run' } as const;
const mostFaults = 201;

/** What an accepted file says is said without a refusal, the whole of it; what a plan refuses has its sentence. */
function planned(content: ImportContent, state: CentreState): CentreState {
  const plan = planImport(content, state);
  if (!plan.ok) {
    told([planFaultText(plan.error)]);
    return state;
  }
  return plan.value.commands.reduce((before, command, at) => {
    const decided = decide([command], before, setup, now);
    if (!decided.ok) throw new Error(`an accepted file is refused half-way: ${JSON.stringify(decided.error)}`);
    const said = decided.value.map((draft, index): Statement => {
      const id = entryId.of(`${at}${index}`.padStart(64, '0'));
      return { ...draft, id, by: setup, at: { wall: now, logical: [now, at], zone: 'Europe/Paris', offset: null } };
    });
    return apply(before, said);
  }, state);
}

function refused(faults: readonly AnyFault[]): void {
  holds(faults.length > 0, 'a refusal says why');
  holds(faults.length <= mostFaults, 'a refusal is no longer than one reads');
  for (const fault of faults) {
    const { place, what, remedy } = faultLine(fault, 'centre');
    told([place, what, remedy]);
  }
}

function told(sentences: readonly string[]): void {
  for (const sentence of sentences)
    holds(sentence.length > 1 && !/undefined|NaN|\[object/.test(sentence), `no French sentence: « ${sentence} »`);
}

const shortSample = sample.split('\r\n').slice(0, 14).join('\r\n');

function bringCyclades(bytes: Uint8Array): void {
  const read = readCyclades([{ name: 'liste.csv', bytes }], [], windows1252);
  if (read.ok) planned(contentOfCyclades(read.value), emptyState);
  else refused(read.error.map((fault) => ({ of: 'list', fault })));
}

const whole: Dossier = demonstration({ size: 'S', seed: 5, day: day.of('2027-06-14') });
const only = '31212';
const papers = whole.papers.filter(
  ({ diploma, specialities }) => diploma === 'bac-pro' && specialities.every((each) => each === only),
);
/** A dossier small enough to be spoilt thousands of times. */
const dossier = {
  ...whole,
  regulations: whole.regulations.filter(({ diploma }) => diploma === 'bac-pro'),
  specialities: whole.specialities.filter(({ code }) => code === only),
  papers,
  sittings: whole.sittings
    .map((each) => ({ ...each, papers: each.papers.filter((id) => papers.some((paper) => paper.id === id)) }))
    .filter((each) => each.papers.length > 0),
  candidates: whole.candidates.filter(({ speciality }) => speciality === only).slice(0, 4),
  staff: whole.staff.slice(0, 3),
  rooms: whole.rooms.slice(0, 2),
};
const here = planned(contentOfDossier(dossier, 'centre.json'), emptyState);

function bringDossier(bytes: Uint8Array, state: CentreState): void {
  const read = readDossier({ name: 'centre.json', bytes });
  if (read.ok) planned(contentOfDossier(read.value, 'centre.json'), state);
  else refused(read.error.map((fault) => ({ of: 'dossier', fault })));
}

/** Lists and dossiers chosen by a person: taken whole, or refused with sentences. */
export const imports: readonly Border[] = [
  {
    name: 'a Cyclades list',
    run: (asked) => fc.assert(fc.property(spoiltBytes(utf8(shortSample)), bringCyclades), asked),
  },
  {
    name: 'a dossier de centre, its bytes',
    run: (asked) =>
      fc.assert(
        fc.property(spoiltBytes(utf8(JSON.stringify(dossier))), (bytes) => bringDossier(bytes, emptyState)),
        asked,
      ),
  },
  {
    name: 'a dossier de centre, its values, into a session that is open',
    run: (asked) =>
      fc.assert(
        fc.property(spoiltValue(JSON.parse(JSON.stringify(dossier))).map(asJson), (bytes) => bringDossier(bytes, here)),
        asked,
      ),
  },
];

/** As JSON says it, what JSON cannot say left aside. */
function asJson(value: unknown): Uint8Array {
  return utf8(JSON.stringify(value, (_key, each: unknown) => (typeof each === 'bigint' ? String(each) : each)) ?? '');
}
