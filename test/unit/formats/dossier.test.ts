import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { demonstration } from '../../../shared/formats/demonstration/demonstration';
import { sizes } from '../../../shared/formats/demonstration/tiers';
import { dossierJsonSchema, readDossier } from '../../../shared/formats/dossier/read';
import type { Dossier } from '../../../shared/formats/dossier/schema';
import { utf8 } from '../../../shared/kernel/bytes';
import { day } from '../../../shared/kernel/ids';

const monday = day.of('2027-06-14');
const made = demonstration({ size: 'S', seed: 5, day: monday });
const read = (content: unknown) =>
  readDossier({ name: 'centre.json', bytes: content instanceof Uint8Array ? content : utf8(JSON.stringify(content)) });
const [speciality] = made.specialities;
const [paper, otherPaper] = made.papers;

/** The faults of the demonstration's dossier with one place of its JSON changed. */
function faultsWith(path: readonly (string | number)[], value: unknown) {
  const dossier: unknown = JSON.parse(JSON.stringify(made));
  const last = path.at(-1);
  const parent = path.slice(0, -1).reduce<unknown>((at, part) => Object(at)[part], dossier);
  if (last === undefined) throw new Error('a path has an end');
  if (value === undefined) Reflect.deleteProperty(Object(parent), last);
  else Reflect.set(Object(parent), last, value);
  const answer = read(dossier);
  return answer.ok ? [] : answer.error;
}

test.each(sizes)('the demonstration centre of size %s is read back as it was written', (size) => {
  const dossier: Dossier = demonstration({ size, seed: 9, day: monday });
  expect(read(dossier)).toEqual({ ok: true, value: dossier });
});

test('the published JSON schema is the one the program reads by', () => {
  const published = JSON.parse(readFileSync('shared/formats/dossier/dossier.schema.json', 'utf8'));
  expect(published).toEqual(JSON.parse(JSON.stringify(dossierJsonSchema())));
});

describe('a dossier is refused, saying where and why', () => {
  test.each([
    [['session', 'year'], undefined, 'session.year', { kind: 'missing' }],
    [['session', 'year'], '2027', 'session.year', { kind: 'wrong-value', expected: 'number' }],
    [['session', 'centre', 'name'], 'Ly\0cée', 'session.centre.name', { kind: 'broken-character', code: 'U+0000' }],
    [
      ['candidates', 2, 'familyName'],
      'D\ud800',
      'candidates[2].familyName',
      { kind: 'broken-character', code: 'U+D800' },
    ],
    [['session', 'zone'], 'Europe/Montreval', 'session.zone', { kind: 'unknown-zone', zone: 'Europe/Montreval' }],
    [['rooms', 3, 'rows'], 41, 'rooms[3].rows', { kind: 'too-big', limit: 40 }],
    [['rooms', 3, 'rows'], 0, 'rooms[3].rows', { kind: 'too-small', limit: 1 }],
    [['marks'], [], '', { kind: 'unknown-field', field: 'marks' }],
    [['papers', 0, 'form'], 'sung', 'papers[0].form', { kind: 'wrong-value', expected: 'written, oral, practical' }],
    [
      ['candidates', 12, 'birthDate'],
      '2009-02-30',
      'candidates[12].birthDate',
      { kind: 'impossible-date', value: '2009-02-30' },
    ],
    [['version'], 2, 'version', { kind: 'other-version', version: '2' }],
    [['version'], { major: 1 }, 'version', { kind: 'wrong-value', expected: 'number' }],
    [['staff', 4, 'id'], 'P001', 'staff[4].id', { kind: 'duplicate-id', id: 'P001', first: 'staff[0]' }],
    [
      ['candidates', 7, 'speciality'],
      'astronaut',
      'candidates[7].speciality',
      { kind: 'unknown-reference', to: 'speciality', id: 'astronaut' },
    ],
    [
      ['sittings', 1, 'papers', 0],
      'E99',
      'sittings[1].papers[0]',
      { kind: 'unknown-reference', to: 'paper', id: 'E99' },
    ],
    [['rooms', 8, 'off'], [13], 'rooms[8].off[0]', { kind: 'no-such-table', table: 13, tables: 12 }],
    [['rooms', 8, 'off'], [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12], 'rooms[8].off', { kind: 'no-table' }],
    [['papers', 0, 'heldUntil'], otherPaper?.id, 'papers[0].heldUntil', null],
    [['papers', 0, 'heldUntil'], paper?.id, 'papers[0].heldUntil', { kind: 'held-elsewhere', paper: paper?.id }],
  ])('%j turned into %j', (path, value, where, because) => {
    const faults = faultsWith(path, value);
    if (because === null) expect(faults).toEqual([]);
    else expect(faults).toContainEqual({ file: 'centre.json', path: where, because });
  });

  test('a regulation that is missing for a diploma', () => {
    const faults = faultsWith(['regulations'], made.regulations.slice(1));
    const because = { kind: 'missing-regulation', diploma: speciality?.diploma };
    expect(faults).toContainEqual({ file: 'centre.json', path: 'specialities[0].diploma', because });
  });

  test('a speciality of another diploma', () => {
    const cap = made.specialities.find(({ diploma }) => diploma === 'cap');
    expect(faultsWith(['candidates', 0, 'speciality'], cap?.code)).toContainEqual({
      file: 'centre.json',
      path: 'candidates[0].speciality',
      because: { kind: 'other-diploma', speciality: cap?.code, diploma: 'cap' },
    });
  });

  test('two papers of a speciality in one sitting, or in two that overlap', () => {
    const [morning, afternoon, ...later] = made.sittings;
    const [moved] = afternoon?.papers ?? [];
    if (!morning || !afternoon || !moved || !paper) throw new Error('a demonstration without papers');
    const rest = { ...afternoon, papers: afternoon.papers.filter((id) => id !== moved) };
    const both = [
      { ...morning, papers: [...morning.papers, moved] },
      ...(rest.papers.length > 0 ? [rest] : []),
      ...later,
    ];
    expect(faultsWith(['sittings'], both)).toContainEqual({
      file: 'centre.json',
      path: 'sittings[0]',
      because: { kind: 'two-papers', papers: [paper.id, moved], speciality: speciality?.code },
    });
    const overlapping = faultsWith(['sittings', 1, 'start'], '09:30');
    expect(overlapping.length).toBeGreaterThan(0);
    for (const { path, because } of overlapping) expect([path, because.kind]).toEqual(['sittings[1]', 'overlap']);
    expect(faultsWith(['sittings', 1, 'start'], '13:00')).toEqual([]);
  });

  test('a paper that is sat in two sittings', () => {
    const faults = faultsWith(['sittings', 1, 'papers'], [made.sittings[0]?.papers[0]]);
    const because = { kind: 'paper-sat-twice', paper: made.sittings[0]?.papers[0], first: 'sittings[0].papers[0]' };
    expect(faults).toContainEqual({ file: 'centre.json', path: 'sittings[1].papers[0]', because });
  });

  test.each([
    ['an empty file', utf8(''), { kind: 'empty' }],
    ['text that is not JSON', utf8('{ "format": '), { kind: 'not-json' }],
    ['bytes that are not text', Uint8Array.of(0xc3, 0x28, 0x41), { kind: 'not-json' }],
    ['other JSON', { name: 'cachet' }, { kind: 'not-a-dossier' }],
    ['JSON that is no object', [], { kind: 'not-a-dossier' }],
    ['a PDF', utf8('%PDF-1.7'), { kind: 'wrong-type', type: 'pdf' }],
    ['a web page', utf8('<html>'), { kind: 'wrong-type', type: 'html' }],
  ])('%s', (_what, content, because) => {
    expect(read(content)).toEqual({ ok: false, error: [{ file: 'centre.json', path: '', because }] });
  });

  test('a dossier with thousands of faults is told from its first two hundred', () => {
    const twice = [...made.candidates, ...made.candidates, ...made.candidates];
    const faults = faultsWith(['candidates'], twice);
    expect(faults.length).toBe(201);
    expect(faults.at(-1)?.because).toEqual({ kind: 'too-many-faults', shown: 200 });
  });
});

test('whatever the JSON, reading answers and never throws', () => {
  const bare = { ...made, sittings: [], rooms: [], staff: [] };
  fc.assert(
    fc.property(fc.record({ session: fc.jsonValue(), candidates: fc.jsonValue(), papers: fc.jsonValue() }), (noise) => {
      expect(read({ ...bare, ...noise }).ok).toBe(false);
    }),
    { seed: 20270614, numRuns: 1000 },
  );
});
