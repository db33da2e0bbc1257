import type { TurnedAwayBecause } from '../../shared/bridge/network';
import { counted } from './times';

const nn = '\u202F';

/** The words that tell a head whom their relay turned away. */
export const turnedAwayText = {
  title: 'Refusés par ce poste',
  say: 'Depuis que ce poste sert de relais. Ils n’ont rien reçu, et rien de ce qu’ils ont apporté ne compte.',
  who: 'Ce qui s’est passé',
  from: 'D’où',
  last: 'Dernière fois',
  remedy: 'Que faire',
} as const;

interface Told {
  /** @param name the machine, where it is one of the centre's */
  readonly what: (times: string, name: string) => string;
  readonly remedy: string;
}

const search = 'Si cela dure, faites chercher la machine qui a cette adresse.';

const told: Readonly<Record<TurnedAwayBecause, Told>> = {
  stranger: {
    what: (times) => `Une machine inconnue a été refusée ${times}.`,
    remedy: `Si c’est un poste du centre, ajoutez-le. Sinon, faites chercher la machine qui a cette adresse.`,
  },
  'other-centre': {
    what: (times) => `Une machine d’un autre centre a été refusée ${times}.`,
    remedy: 'Dites à qui s’en sert de rejoindre son propre centre.',
  },
  dismissed: {
    what: (times, name) => `Le poste «${nn}${name}${nn}», écarté, a été refusé ${times}.`,
    remedy: 'S’il est revenu entre de bonnes mains, il peut être admis de nouveau. Sinon, faites-le chercher.',
  },
  forged: { what: (times) => `Des messages falsifiés ou répétés ont été refusés ${times}.`, remedy: search },
  'not-theirs': {
    what: (times, name) =>
      `Le poste «${nn}${name}${nn}» a demandé ${times} des saisies qui ne sont pas pour lui. Il n’en a reçu aucune.`,
    remedy:
      'Si cela se répète, écartez-le et reprenez la salle sur un autre poste\u202F: son programme a pu être changé.',
  },
  'too-much': {
    what: (times, name) =>
      `Le poste «${nn}${name}${nn}» a apporté trop de saisies irrecevables\u202F: le surplus a été refusé ${times}.`,
    remedy: 'Écartez-le et reprenez la salle sur un autre poste\u202F: son programme a pu être changé.',
  },
  flood: {
    what: (times) => `Une machine a appelé trop souvent\u202F: elle a été renvoyée à plus tard ${times}.`,
    remedy: search,
  },
  nonsense: { what: (times) => `Une machine a envoyé ${times} ce qui n’est pas de Cachet.`, remedy: search },
  'wrong-code': {
    what: (times) => `Un code faux a été essayé ${times}.`,
    remedy: 'Ajoutez un poste par le carré ou par le lien\u202F: ils ne se devinent pas.',
  },
  'wrong-link': {
    what: (times) => `Un lien qui n’est pas affiché a été présenté ${times}.`,
    remedy: 'Si un poste attend, affichez un nouveau lien et donnez-lui celui-là.',
  },
};

/** What came of somebody who was turned away. @param name the machine, where it is one of the centre's */
export function turnedAwayTold(because: TurnedAwayBecause, times: number, name: string) {
  const { what, remedy } = told[because];
  return { what: what(times === 1 ? 'une fois' : counted(times, 'fois', 'fois'), name), remedy };
}
