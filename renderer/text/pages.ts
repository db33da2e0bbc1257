import type { BridgeOutput } from '../../shared/bridge/bridge';
import type { PageKind } from '../pages/choice';
import { counted } from './times';

const nn = '\u202F';

interface KindText {
  readonly label: string;
  readonly detail: string;
  /** The beginning of the file's name. */
  readonly file: string;
}

/** The words of the Pages desk. */
export const pagesText = {
  choose: 'Document',
  kinds: {
    postedByRoom: {
      label: 'Liste d’affichage par salle',
      detail: 'à afficher à la porte',
      file: 'Affichage par salle',
    },
    postedByPaper: {
      label: 'Liste d’affichage par épreuve',
      detail: 'à afficher dans le hall',
      file: 'Affichage par épreuve',
    },
    tableLabels: {
      label: 'Étiquettes de table',
      detail: 'planches A4 de 2 × 7, 99,1 × 38,1 mm',
      file: 'Étiquettes de table',
    },
    roomPlan: { label: 'Plan de salle', detail: 'à joindre au procès-verbal', file: 'Plan de salle' },
    rollCallList: { label: 'Liste d’appel', detail: 'pour les surveillants', file: 'Liste d’appel' },
    signInSheet: {
      label: 'Liste d’émargement',
      detail: 'par salle et par épreuve, dans l’enveloppe des copies',
      file: 'Liste d’émargement',
    },
    roomReport: {
      label: 'Procès-verbal de salle',
      detail: 'rempli de ce qui a été saisi, à signer à la main',
      file: 'Procès-verbal de salle',
    },
  } satisfies Record<PageKind, KindText>,
  sitting: 'Séance',
  rooms: 'Salles',
  papers: 'Épreuves',
  all: 'Toutes',
  none: 'Aucune',
  apart: 'Sorties et temps majoré sur un feuillet séparé',
  print: 'Imprimer',
  printReport: 'Imprimer le procès-verbal',
  save: 'Enregistrer le PDF',
  cancel: 'Interrompre',
  again: 'Recommencer',
  update: 'Mettre à jour l’aperçu',
  outdated: `Des saisies sont arrivées depuis cet aperçu${nn}: il montre et imprime l’état d’avant.`,
  preview: 'Aperçu',
  previousPage: 'Page précédente',
  nextPage: 'Page suivante',
  page: 'Page',
  smaller: 'Réduire',
  larger: 'Agrandir',
  wholeWidth: 'Toute la largeur',
  drawing: 'Mise en page…',
  printing: 'Envoi à l’impression…',
  emptyChoice: { title: 'Aucune page à montrer', say: 'Choisissez au moins une salle ou une épreuve.' },
  emptySession: {
    title: 'Rien à imprimer pour l’instant',
    say: 'Les pages se font à partir des candidats placés dans les salles. Importez la session et placez les candidats, puis revenez ici.',
    open: 'Ouvrir la préparation',
  },
  cancelled: { title: 'Mise en page interrompue', say: 'Rien n’a été imprimé ni enregistré.' },
  failed: {
    title: 'La mise en page s’est arrêtée',
    say: 'Recommencez avec moins de salles à la fois. Vos saisies ne sont pas touchées.',
  },
} as const;

/** « page 3 sur 12 ». */
export function pageOf(page: number, pages: number): string {
  return `page ${page} sur ${pages}`;
}

/** « 24 pages, 12 documents ». */
export function extentText(pages: number, documents: number): string {
  return `${counted(pages, 'page', 'pages')}, ${counted(documents, 'document', 'documents')}`;
}

/** « 3 documents sur 12 ». */
export function drawnText(documents: number, of: number): string {
  return `Mise en page${nn}: ${counted(documents, 'document', 'documents')} sur ${of}`;
}

/** What became of an impression, and what to do when nothing came out. */
export function printedText({ outcome }: BridgeOutput<'printPdf'>): string {
  switch (outcome) {
    case 'printed':
      return 'Envoyé à l’imprimante par défaut de ce poste.';
    case 'opened':
      return 'Le document s’est ouvert dans votre lecteur de PDF\u202F: imprimez-le de là.';
    case 'no-printer':
      return `Aucune imprimante n’est installée sur ce poste. Enregistrez le PDF, puis imprimez-le depuis un autre poste.`;
    case 'failed':
      return 'L’impression n’a pas abouti. Enregistrez le PDF, puis imprimez-le depuis votre lecteur habituel.';
  }
}

/** What became of a file that was to be saved; null when the person called it off. */
export function savedText(saved: BridgeOutput<'saveFile'>): string | null {
  if (saved.outcome === 'cancelled') return null;
  if (saved.outcome === 'saved') return `Enregistré${nn}: ${saved.path}`;
  return {
    'disk-full': 'Non enregistré\u202F: le disque est plein. Choisissez un autre emplacement.',
    'not-allowed': 'Non enregistré\u202F: cet emplacement refuse l’écriture. Choisissez-en un autre.',
    unknown: 'Non enregistré\u202F: l’emplacement n’a pas répondu. Choisissez-en un autre.',
  }[saved.because];
}

/** A file's name: kind and day, free of what file systems refuse. */
export function fileNameText(kind: PageKind, day: string): string {
  return `${pagesText.kinds[kind].file} ${day}.pdf`.replaceAll(/[\\/:*?"<>|]/g, '-');
}
