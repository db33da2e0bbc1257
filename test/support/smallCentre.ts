import type { Command } from '../../shared/exam/catalogue';
import type { Paper } from '../../shared/exam/papers/kinds';
import type { Diploma, Regulation } from '../../shared/exam/session/kinds';
import {
  b07,
  b12,
  candidateOf,
  examDay,
  head,
  invigilator,
  lead,
  national,
  number,
  otherLead,
  paperOf,
  type Sitter,
  session,
  sitting,
  zone,
} from './cast';

export interface Plan {
  readonly diploma?: Diploma;
  readonly family?: Regulation['family'];
  readonly start?: string;
  readonly minutes?: number;
  readonly paper?: Partial<Paper>;
  readonly otherPapers?: readonly Paper[];
  /** Who sits in B12, table by table from 1. */
  readonly sitters?: readonly Sitter[];
  /** Who sits in B07. */
  readonly others?: readonly Sitter[];
}

const usualSitters: readonly Sitter[] = ['Allard', 'Ben Salah', 'Caron', 'Diallo'].map((name) => ({ name }));

/** What is published before the day begins: two rooms, their candidates and staff, and one sitting of the papers planned. */
export function publishedFor(plan: Plan): readonly Command[] {
  const diploma = plan.diploma ?? 'bac-pro';
  const paper = paperOf({ diploma, durationMinutes: plan.minutes ?? 240, ...plan.paper });
  const papers = [paper, ...(plan.otherPapers ?? [])];
  const here = sittersIn(plan, 'B12').map((each, index) => candidateOf(each, number('B12', index + 1), diploma));
  const there = sittersIn(plan, 'B07').map((each, index) => candidateOf(each, number('B07', index + 1), diploma));
  return [
    {
      kind: 'session.published',
      about: { session },
      data: {
        id: session,
        name: 'Session 2019',
        year: 2019,
        zone,
        authority: 'Académie des Cèdres',
        centre: { code: '0010001A', name: 'Lycée des Cèdres', town: 'Cèdreville' },
        demonstration: true,
      },
    },
    {
      kind: 'regulations.published',
      about: { session },
      data: { regulations: [{ ...national, diploma, family: plan.family ?? 'EN' }], specialities: [] },
    },
    { kind: 'papers.published', about: { session }, data: { papers } },
    {
      kind: 'sittings.published',
      about: { session },
      data: {
        sittings: [{ id: sitting, day: examDay, start: plan.start ?? '09:00', papers: papers.map((each) => each.id) }],
      },
    },
    {
      kind: 'rooms.published',
      about: { session },
      data: {
        rooms: [b12, b07].map((id) => ({
          id,
          name: `Salle ${id}`,
          building: null,
          rows: 5,
          columns: 6,
          off: [30],
          extraTime: false,
        })),
      },
    },
    {
      kind: 'candidates.published',
      about: { session },
      data: { source: 'liste simple', candidates: [...here, ...there] },
    },
    {
      kind: 'staff.published',
      about: { session },
      data: {
        people: [
          { id: head.person, familyName: 'Berthier', givenNames: 'Anne', roles: ['centreHead'], teaches: [] },
          { id: lead.person, familyName: 'Durand', givenNames: 'Paul', roles: ['roomLeadInvigilator'], teaches: [] },
          {
            id: invigilator.person,
            familyName: 'Evrard',
            givenNames: 'Léa',
            roles: ['invigilator'],
            teaches: ['TMEL'],
          },
          {
            id: otherLead.person,
            familyName: 'Faure',
            givenNames: 'Luc',
            roles: ['roomLeadInvigilator'],
            teaches: [],
          },
        ],
      },
    },
    {
      kind: 'seats.assigned',
      about: { day: examDay },
      data: {
        seats: [
          ...here.map(({ id }, index) => ({ candidate: id, seat: { room: b12, table: index + 1 } })),
          ...there.map(({ id }, index) => ({ candidate: id, seat: { room: b07, table: index + 1 } })),
        ],
      },
    },
  ];
}

/** Who sits in a room, table by table from 1. */
export function sittersIn(plan: Plan, room: 'B12' | 'B07'): readonly Sitter[] {
  return room === 'B12' ? (plan.sitters ?? usualSitters) : (plan.others ?? [{ name: 'Moreau' }]);
}
