import type { Paper } from '../../exam/papers/kinds';
import type { Diploma, Speciality } from '../../exam/session/kinds';
import { paperId } from '../../kernel/ids';

/** A paper before it is attached to a diploma and its specialities. Duration in minutes, coefficient in hundredths. */
interface Outline {
  readonly code: string;
  readonly title: string;
  readonly form: Paper['form'];
  readonly durationMinutes: number;
  readonly coefficient: number;
}

interface Programme {
  readonly diploma: Diploma;
  /** Share of the centre's candidates. */
  readonly share: number;
  /** Age, in whole years, at the session. */
  readonly ages: readonly [number, number];
  readonly category: string;
  readonly specialities: readonly (readonly [code: string, label: string, division: string])[];
  /** Sat by every speciality; the first one on the session's first morning. */
  readonly common: readonly Outline[];
  readonly professional: readonly Outline[];
}

const written = (code: string, title: string, durationMinutes: number, coefficient: number): Outline => ({
  code,
  title,
  form: 'written',
  durationMinutes,
  coefficient,
});
const practical = (code: string, title: string, durationMinutes: number, coefficient: number): Outline => ({
  ...written(code, title, durationMinutes, coefficient),
  form: 'practical',
});

/** Three diplomas with plausible papers. Codes, durations and coefficients are made up to the texts' order of size. */
export const programmes: readonly Programme[] = [
  {
    diploma: 'bac-pro',
    share: 0.55,
    ages: [17, 19],
    category: 'SCOLAIRE BACPRO 3 ANS (132)',
    specialities: [
      ['31212', 'Métiers de l’accueil', 'TMA'],
      ['30004', 'Assistance à la gestion des organisations et de leurs activités', 'TAGORA'],
      ['25510', 'Métiers de l’électricité et de ses environnements connectés', 'TMELEC'],
      ['31213', 'Métiers du commerce et de la vente, option A', 'TMCV'],
      ['33004', 'Accompagnement, soins et services à la personne', 'TASSP'],
      ['22105', 'Cuisine', 'TCUIS'],
      ['31110', 'Logistique', 'TLOG'],
      ['25505', 'Maintenance des systèmes de production connectés', 'TMSPC'],
      ['25214', 'Maintenance des véhicules, option A : voitures particulières', 'TMV'],
      ['23402', 'Technicien menuisier agenceur', 'TTMA'],
      ['33601', 'Esthétique, cosmétique, parfumerie', 'TECP'],
    ],
    common: [
      written('E51', 'Français', 150, 250),
      written('E52', 'Histoire-géographie et enseignement moral et civique', 120, 250),
      written('E11', 'Mathématiques', 60, 150),
      written('E12', 'Physique-chimie', 60, 150),
      written('E34', 'Économie-gestion', 120, 100),
      written('E35', 'Prévention-santé-environnement', 120, 100),
      written('E6', 'Arts appliqués et cultures artistiques', 120, 100),
    ],
    professional: [
      written('E2', 'Analyse de situations professionnelles', 180, 400),
      practical('E31', 'Réalisation d’une activité professionnelle', 240, 500),
      written('E32', 'Étude technique', 180, 300),
      practical('E33', 'Contrôle et mise en service', 120, 200),
    ],
  },
  {
    diploma: 'cap',
    share: 0.3,
    ages: [16, 18],
    category: 'SCOLAIRE CAP 2 ANS (112)',
    specialities: [
      ['22137', 'Boulanger', '2CAPBOUL'],
      ['33613', 'Métiers de la coiffure', '2CAPCOIF'],
      ['31220', 'Équipier polyvalent du commerce', '2CAPEPC'],
      ['22138', 'Pâtissier', '2CAPPAT'],
      ['22132', 'Cuisine', '2CAPCUIS'],
      ['33407', 'Commercialisation et services en hôtel-café-restaurant', '2CAPHCR'],
      ['25522', 'Électricien', '2CAPELEC'],
      ['23319', 'Monteur en installations sanitaires', '2CAPMIS'],
      ['33201', 'Accompagnant éducatif petite enfance', '2CAPAEPE'],
    ],
    common: [
      written('EG1', 'Français', 120, 300),
      written('EG2', 'Mathématiques et physique-chimie', 90, 200),
      written('EG3', 'Prévention-santé-environnement', 60, 100),
      written('EG4', 'Langue vivante', 60, 100),
      written('EG5', 'Arts appliqués et cultures artistiques', 90, 100),
    ],
    professional: [
      written('EP1', 'Analyse et préparation', 120, 400),
      practical('EP2', 'Réalisation et contrôle', 210, 800),
      practical('EP3', 'Mise en œuvre et entretien', 120, 300),
      written('EP4', 'Connaissance du milieu professionnel', 90, 200),
    ],
  },
  {
    diploma: 'bp',
    share: 0.15,
    ages: [19, 26],
    category: 'APPRENTI BP 2 ANS (142)',
    specialities: [
      ['33606', 'Coiffure', 'BPCOIF'],
      ['22120', 'Boulanger', 'BPBOUL'],
      ['23318', 'Électricien', 'BPELEC'],
      ['22133', 'Arts de la cuisine', 'BPCUIS'],
      ['23316', 'Menuisier', 'BPMEN'],
      ['33605', 'Esthétique, cosmétique, parfumerie', 'BPECP'],
    ],
    common: [
      written('E6', 'Expression et connaissance du monde', 180, 300),
      written('E4', 'Mathématiques', 60, 150),
      written('E41', 'Sciences physiques et chimiques', 60, 150),
      written('E42', 'Arts appliqués à la profession', 120, 100),
    ],
    professional: [
      written('E1', 'Étude d’une situation professionnelle', 180, 400),
      practical('E2', 'Réalisation', 240, 600),
      written('E3', 'Technologie et gestion de l’entreprise', 120, 300),
      practical('E5', 'Organisation d’un chantier ou d’un service', 180, 200),
    ],
  },
];

/** What of a programme a centre holds. */
export interface Extent {
  readonly specialities: number;
  readonly common: number;
  readonly professional: number;
}

export function specialitiesOf(programme: Programme, extent: Extent): Speciality[] {
  return programme.specialities
    .slice(0, extent.specialities)
    .map(([code, label]) => ({ code: `${code}`, label, diploma: programme.diploma }));
}

export function commonPapersOf(programme: Programme, extent: Extent): Paper[] {
  return programme.common
    .slice(0, extent.common)
    .map((outline) => paperOf(programme.diploma, outline, `${programme.diploma}.${outline.code}`, []));
}

export function professionalPapersOf(programme: Programme, extent: Extent): Paper[] {
  return specialitiesOf(programme, extent).flatMap(({ code }) =>
    programme.professional
      .slice(0, extent.professional)
      .map((outline) => paperOf(programme.diploma, outline, `${programme.diploma}.${code}.${outline.code}`, [code])),
  );
}

function paperOf(diploma: Diploma, outline: Outline, id: string, specialities: string[]): Paper {
  return { ...outline, id: paperId.of(id), diploma, specialities, scale: 20, optional: false, heldUntil: null };
}
