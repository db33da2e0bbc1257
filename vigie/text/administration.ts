import { z } from 'zod';
import { counted } from '../../renderer/text/times';

/** The words of the administration: sessions, centres, dossiers, codes, machines, staff. */
export const adminText = {
  title: 'Administration',
  parts: 'Rubriques de l’administration',
  sessions: 'Sessions et centres',
  staff: 'Personnel',
  session: {
    list: 'Sessions',
    none: 'Aucune session n’est encore ouverte.',
    chosen: 'Session affichée',
    create: 'Ouvrir une session',
    id: 'Identifiant',
    idHint: 'Court, sans espace ni accent\u202F: bac-pro-2026.',
    name: 'Nom',
    year: 'Année',
    authority: 'Académie ou autorité',
    created: (name: string) => `${name} est ouverte.`,
    import: 'Importer des dossiers de centres',
    importHint: 'Les mêmes fichiers qu’un centre sait importer\u202F; un dossier porte le numéro de son centre.',
    importTitle: (count: number) => `Publier à ${counted(count, 'centre', 'centres')}\u202F?`,
    importSay: 'Rien n’est encore publié. Les bureaux des centres recevront ces changements au prochain contact.',
    nothingNew: 'Ces fichiers ne changent rien.',
    publish: 'Publier',
    published: (count: number) => `Publié à ${counted(count, 'centre', 'centres')}.`,
    outline: (added: number, changed: number, gone: number) =>
      [
        counted(added, 'candidat nouveau', 'candidats nouveaux'),
        counted(changed, 'modifié', 'modifiés'),
        ...(gone > 0 ? [`${gone} ne sont plus sur la liste`] : []),
      ].join(', '),
    faulty: 'Ces fichiers ne peuvent pas être publiés. Rien ne l’a été.',
  },
  centre: {
    list: 'Centres de la session',
    none: 'Cette session n’a pas encore de centre.',
    add: 'Ajouter un centre',
    code: 'Numéro',
    codeHint: 'Sept chiffres et une lettre.',
    name: 'Établissement',
    town: 'Ville',
    added: (name: string) => `${name} est ajouté.`,
    open: 'Postes',
    issue: 'Donner un code',
  },
  machines: {
    title: (centre: string) => `Postes · ${centre}`,
    none: 'Aucun poste n’est encore inscrit.',
    label: 'Poste',
    unnamed: 'sans nom',
    since: 'Inscrit',
    state: 'État',
    active: 'inscrit',
    revoked: 'révoqué',
    revoke: 'Révoquer',
    revokeTitle: 'Révoquer ce poste\u202F?',
    revokeSay:
      'Ce qu’il a écrit jusqu’ici reste valable\u202F; tout ce qui viendrait ensuite est mis en quarantaine, en vue.',
    reason: 'Motif',
    revokedDone: 'Poste révoqué.',
    codeTitle: 'Code d’inscription',
    codeSay:
      'À donner à une seule personne, pour un seul poste. Il sert une fois, dans la semaine, et n’est pas montré deux fois.',
    codeLabel: 'Poste auquel il est destiné',
  },
  quarantine: {
    title: 'Quarantaine',
    none: 'Rien n’est en quarantaine.',
    say: (count: number) =>
      `${counted(count, 'saisie', 'saisies')} de ce centre en quarantaine, la plus récente d’abord. Rien n’en est perdu, et rien n’en compte.`,
    most: (count: number) => `Seules les ${count} plus récentes sont montrées.`,
    machine: 'Poste',
    noMachine: 'inconnu',
    stranger: 'non rattaché',
    entry: 'Saisie',
    place: (seq: number, channel: string) => `n°\u00A0${seq}, ${channel}`,
    unreadable: (id: string) => `illisible (${id})`,
    received: 'Reçue',
    why: 'Pourquoi',
    where: 'Comment',
  },
  people: {
    list: 'Personnel du siège',
    person: 'Identifiant',
    name: 'Nom et prénom',
    role: 'Rôle',
    state: 'Compte',
    withdrawn: 'retiré',
    active: 'ouvert',
    invite: 'Inviter une personne',
    inviteSay:
      'Le code sert une fois, dans la journée. Pour un téléphone perdu, invitez de nouveau sous le même identifiant.',
    invitedTitle: 'Code d’invitation',
    withdraw: 'Retirer',
    withdrawTitle: (name: string) => `Retirer le compte de ${name}\u202F?`,
    withdrawSay: 'Ses sessions se ferment aussitôt. Ce qui a été fait sous ce nom reste au journal.',
    reason: 'Motif',
    withdrawnDone: 'Compte retiré.',
  },
  confirm: 'Enregistrer',
  cancel: 'Revenir',
  close: 'C’est noté',
} as const;

const fault = z.looseObject({
  of: z.string(),
  centre: z.string().optional(),
  fault: z.looseObject({ kind: z.string().optional(), file: z.string().optional() }),
});

/** Why files are not published, one sentence each. */
export function importFaultTexts(faults: unknown): readonly string[] {
  const read = z.array(fault).safeParse(faults);
  return read.success ? [...new Set(read.data.map(importFaultText))] : [];
}

function importFaultText({ centre, fault: { kind, file } }: z.infer<typeof fault>): string {
  const of = centre === undefined ? 'Ce dossier' : `Le dossier du centre ${centre}`;
  switch (kind) {
    case 'bad-centre-code':
      return `${of} n’a pas un numéro de centre\u202F: sept chiffres et une lettre.`;
    case 'other-session':
      return `Le centre ${centre} a déjà une autre session.`;
    case 'other-year':
      return `${of} n’est pas de la même année que la session.`;
    case 'demonstration-file':
      return `${of} est une démonstration\u202F: il n’entre pas dans une vraie session.`;
    case 'demonstration-here':
      return `${of} est un vrai dossier\u202F: il n’entre pas dans une démonstration.`;
    case 'refused':
      return `${of} se contredit\u202F: demandez-en un autre à qui l’a établi.`;
    default:
      return file === undefined
        ? 'Un des fichiers n’est ni un dossier ni une liste que Cachet sait lire.'
        : `«\u202F${file}\u202F» n’est ni un dossier ni une liste que Cachet sait lire, ou parle d’un centre deux fois.`;
  }
}
