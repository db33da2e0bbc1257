import type { Diploma, Regulation } from '../exam/session/kinds';

const common = {
  family: 'EN',
  latecomerMinutes: 60,
  noExitMinutes: 60,
  settlingMinutes: 30,
  serviceMinutes: 15,
  identityHours: 48,
  passMark: 1000,
} as const;

/** What the texts say for each diploma, until headquarters publishes otherwise. */
export const defaultRegulations: Readonly<Record<Diploma, Regulation>> = {
  'bac-pro': { diploma: 'bac-pro', label: 'Baccalauréat professionnel', ...common },
  cap: { diploma: 'cap', label: 'Certificat d’aptitude professionnelle', ...common },
  bep: { diploma: 'bep', label: 'Brevet d’études professionnelles', ...common },
  mc: { diploma: 'mc', label: 'Mention complémentaire', ...common },
  bp: { diploma: 'bp', label: 'Brevet professionnel', ...common },
  uc: { diploma: 'uc', label: 'Unités capitalisables', ...common, family: 'UC' },
};
