import type { Diploma } from '../../exam/session/kinds';
import type { Extent } from './programme';

export const sizes = ['S', 'M', 'L', 'XL'] as const;
export type Size = (typeof sizes)[number];

interface Grid {
  readonly count: number;
  readonly rows: number;
  readonly columns: number;
}

/** One size of centre: a small lycée professionnel, an average centre, a cité scolaire, the halls of a concours. */
export interface Tier {
  readonly candidates: number;
  readonly halfDays: number;
  readonly staff: { readonly deputies: number; readonly secretariat: number; readonly invigilators: number };
  readonly rooms: Grid;
  readonly extraTimeRooms: Grid;
  readonly halls: boolean;
  readonly extent: Readonly<Partial<Record<Diploma, Extent>>>;
}

export const tiers: Readonly<Record<Size, Tier>> = {
  S: {
    candidates: 160,
    halfDays: 10,
    staff: { deputies: 1, secretariat: 2, invigilators: 22 },
    rooms: { count: 8, rows: 6, columns: 4 },
    extraTimeRooms: { count: 2, rows: 4, columns: 3 },
    halls: false,
    extent: {
      'bac-pro': { specialities: 3, common: 7, professional: 3 },
      cap: { specialities: 3, common: 5, professional: 3 },
      bp: { specialities: 2, common: 4, professional: 3 },
    },
  },
  M: {
    candidates: 420,
    halfDays: 12,
    staff: { deputies: 2, secretariat: 3, invigilators: 54 },
    rooms: { count: 20, rows: 6, columns: 4 },
    extraTimeRooms: { count: 4, rows: 4, columns: 3 },
    halls: false,
    extent: {
      'bac-pro': { specialities: 3, common: 7, professional: 2 },
      cap: { specialities: 2, common: 5, professional: 2 },
      bp: { specialities: 2, common: 4, professional: 2 },
    },
  },
  L: {
    candidates: 1200,
    halfDays: 14,
    staff: { deputies: 3, secretariat: 6, invigilators: 150 },
    rooms: { count: 52, rows: 6, columns: 4 },
    extraTimeRooms: { count: 8, rows: 4, columns: 4 },
    halls: false,
    extent: {
      'bac-pro': { specialities: 11, common: 7, professional: 4 },
      cap: { specialities: 9, common: 5, professional: 4 },
      bp: { specialities: 6, common: 4, professional: 4 },
    },
  },
  XL: {
    candidates: 4000,
    halfDays: 8,
    staff: { deputies: 4, secretariat: 10, invigilators: 285 },
    rooms: { count: 35, rows: 12, columns: 10 },
    extraTimeRooms: { count: 5, rows: 10, columns: 10 },
    halls: true,
    extent: {
      'bac-pro': { specialities: 2, common: 2, professional: 1 },
      cap: { specialities: 2, common: 2, professional: 1 },
      bp: { specialities: 2, common: 2, professional: 1 },
    },
  },
};
