import type { Size } from '../../shared/formats/demonstration/tiers';

export const firstRunText = {
  title: 'Bienvenue dans Cachet',
  lead: 'Le bureau du centre d’examen, sur cette machine, même sans réseau.',
  real: {
    title: 'Préparer un vrai examen',
    lead: 'Il vous faut la liste simple éditée dans Cyclades, au format CSV, ou le dossier envoyé par votre service des examens.',
    steps: [
      'Cachet lit la liste et montre ce qu’elle contient, sans rien écrire.',
      'Vous dites qui dirige le centre.',
      'Cette personne choisit son code.',
    ],
    act: 'Importer un dossier',
  },
  trial: {
    title: 'Découvrir Cachet',
    lead: 'Un centre inventé, avec ses candidats, ses salles et ses surveillants. Chaque page indique que c’est une démonstration.',
    steps: [
      'Vous choisissez la taille du centre.',
      'L’examen commence aujourd’hui, chacun a sa place.',
      'Tout le monde a le même code : 2468.',
    ],
    act: 'Essayer avec un centre de démonstration',
  },
  demonstrationTitle: 'Essayer avec un centre de démonstration',
  demonstrationLead: 'Tout y est inventé, et chaque page l’indique. L’examen commence aujourd’hui.',
  demonstrationStart: 'Préparer la démonstration',
  size: 'Taille du centre',
  sizes: {
    S: { label: 'Petit lycée professionnel', detail: '160 candidats, 10 salles, 5 jours' },
    M: { label: 'Centre moyen', detail: '420 candidats, 24 salles, 6 jours' },
    L: { label: 'Cité scolaire', detail: '1 200 candidats, 60 salles, 7 jours' },
    XL: { label: 'Halls d’un concours', detail: '4 000 candidats, 40 halls, 4 jours' },
  } satisfies Record<Size, { label: string; detail: string }>,
  drawing: 'Tirage du centre de démonstration…',
  back: 'Revenir au choix',
  head: {
    title: 'Qui dirige le centre ?',
    lead: 'La liste de Cyclades ne nomme pas le personnel. Le chef de centre choisira son code juste après ; il ajoutera ensuite les autres dans « Personnel ».',
    familyName: 'Nom',
    givenNames: 'Prénom',
    role: 'Fonction',
    faults: {
      familyName: 'Indiquez le nom, en 80 caractères au plus.',
      givenNames: 'Indiquez le prénom, en 120 caractères au plus.',
    },
  },
} as const;
