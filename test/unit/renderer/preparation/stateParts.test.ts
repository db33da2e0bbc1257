import { expect, test } from 'vitest';
import { partsOf, stateOf } from '../../../../renderer/preparation/importing/stateParts';
import { emptyState } from '../../../../shared/exam/state';
import { contentOfDossier } from '../../../../shared/formats/content';
import { demonstration } from '../../../../shared/formats/demonstration/demonstration';
import { planImport } from '../../../../shared/formats/plan';
import { day } from '../../../../shared/kernel/ids';
import { unwrap } from '../../../../shared/kernel/result';
import { told } from '../../../support/told';

const content = contentOfDossier(demonstration({ size: 'M', seed: 3, day: day.of('2027-06-14') }), 'dossier.json');
const state = told(unwrap(planImport(content, emptyState)).commands);
const [first, second, ...others] = content.candidates;
if (!first || !second) throw new Error('a demonstration without anybody');
const later = { ...content, candidates: [{ ...second, division: 'AILLEURS' }, ...others] };

test('compared part by part with what the worker was told, an import means the same', () => {
  const parts = structuredClone([...partsOf(state)]);
  const plan = planImport(later, stateOf(parts, state.withdrawn));
  expect(plan).toEqual(planImport(later, state));
  expect(unwrap(plan).gone.map(({ candidate }) => candidate.id)).toEqual([first.id]);
});

test('no part is larger than four hundred registers', () => {
  expect(Math.max(...[...partsOf(state)].map(({ registers }) => registers.length))).toBe(400);
});
