import type { JournalAudited } from '../../shared/bridge/audit';
import { shortName } from './machines';
import { counted } from './times';

type AuditFault = JournalAudited['faults'][number];
type CheckedClosing = JournalAudited['closings'][number];

const entries = (number: number) => counted(number, 'saisie', 'saisies');
const nb = '\u00a0';

/** « poste 6uHIeT, suite Jk3p-rooms »: which machine, and which of its starts. */
export function streamName(stream: string): string {
  const [device = '', launch = '', channel = ''] = stream.split('.');
  return `poste ${shortName(device)}, suite ${launch.slice(0, 4)}\u2011${channel}`;
}

const numbers = (from: number, to: number) => (from === to ? `n°${nb}${from}` : `n°${nb}${from} à ${to}`);

/** What is wrong, with its stream and number, in one sentence. */
export function auditFaultText(fault: AuditFault): string {
  switch (fault.kind) {
    case 'not-an-entry':
      return `Enregistrement n°${nb}${fault.record} du fichier\u202F: ce n’est pas une saisie. Il n’en est rien repris.`;
    case 'altered':
      return `Enregistrement n°${nb}${fault.record} du fichier\u202F: son contenu chiffré a été modifié. Il n’en est rien repris.`;
    case 'bad-signature':
      return `${streamName(fault.stream)}, ${numbers(fault.seq, fault.seq)}\u202F: signature fausse. Ce poste n’a pas écrit cela.`;
    case 'in-clear':
      return `${streamName(fault.stream)}, ${numbers(fault.seq, fault.seq)}\u202F: écrite en clair dans un domaine fermé. Il n’en est rien repris.`;
    case 'closed-in-open':
      return `${streamName(fault.stream)}, ${numbers(fault.seq, fault.seq)}\u202F: fermée dans un domaine ouvert. Il n’en est rien repris.`;
    case 'closed-altered':
      return `${streamName(fault.stream)}, ${numbers(fault.seq, fault.seq)}\u202F: ce qu’elle ferme ne s’ouvre pas avec la clé qu’elle nomme. Son poste n’a pas pu l’écrire ici.`;
    case 'broken-link':
      return `${streamName(fault.stream)}, ${numbers(fault.seq, fault.seq)}\u202F: la saisie nomme avant elle une autre que celle qui s’y trouve.`;
    case 'lost-origin':
      return `${streamName(fault.stream)}, ${numbers(fault.seq, fault.seq)}\u202F: elle continue une saisie qui n’est pas là. La fin d’une suite antérieure manque.`;
    case 'gap':
      return `${streamName(fault.stream)}, ${numbers(fault.seq, fault.until)}\u202F: ${fault.seq === fault.until ? 'elle manque' : 'elles manquent'}, et d’autres viennent après.`;
    case 'lost-end':
      return `${streamName(fault.stream)}, ${numbers(fault.seq, fault.until)}\u202F: ${fault.seq === fault.until ? 'elle était là et n’y est plus' : 'elles étaient là et n’y sont plus'}.`;
  }
}

/** The headline: how many entries, and whether all is as its authors left it. */
export function auditHeadline(found: Pick<JournalAudited, 'entries' | 'faults' | 'unreadable'>): string {
  const said = entries(found.entries);
  if (found.faults.length > 0) return `${said}, ${counted(found.faults.length, 'défaut', 'défauts')}`;
  if (found.unreadable > 0) return `${said}, ${counted(found.unreadable, 'illisible', 'illisibles')}`;
  return `${said}, chaîne intacte`;
}

/** Beside the headline: what else was found, one sentence each; none when there is nothing to add. */
export function auditRemarks(found: JournalAudited): readonly string[] {
  const { stranded, unreadable, closed, shut, damagedFiles, tornBytes, repeated, branchings } = found;
  return [
    ...(stranded > 0
      ? [
          `${counted(stranded, 'saisie attend', 'saisies attendent')} celles qui manquent avant elles\u202F: tout est conservé.`,
        ]
      : []),
    ...(unreadable > 0
      ? [
          `${counted(unreadable, 'saisie est sous une clé', 'saisies sont sous une clé')} que ce poste n’a pas\u202F: le code de secours du siège la rend.`,
        ]
      : []),
    ...(closed > 0 ? [closedRemark(closed, shut)] : []),
    ...(damagedFiles > 0
      ? [
          `${counted(damagedFiles, 'fichier est abîmé', 'fichiers sont abîmés')}\u202F: tout ce qui y est entier a été relu.`,
        ]
      : []),
    ...(tornBytes > 0
      ? ['La dernière écriture n’est pas entière\u202F: elle n’a jamais été annoncée comme enregistrée.']
      : []),
    ...(repeated > 0
      ? [`${counted(repeated, 'saisie s’y trouve', 'saisies s’y trouvent')} deux fois, sans conséquence.`]
      : []),
    ...(branchings.length > 0
      ? [
          `${counted(new Set(branchings.map(({ device }) => device)).size, 'poste est cloné', 'postes sont clonés')}\u202F: les deux suites sont gardées.`,
        ]
      : []),
  ];
}

/** What is closed is in order: that this machine cannot read it is what was wanted. */
function closedRemark(closed: number, shut: number): string {
  const what = '(copies, notes, jury)';
  if (shut === closed) {
    return `${counted(closed, `saisie fermée ${what}, vérifiée sans être lue`, `saisies fermées ${what}, vérifiées sans être lues`)}\u202F: ce poste n’y a pas accès.`;
  }
  const those = `${counted(closed, 'saisie fermée', 'saisies fermées')} ${what}`;
  if (shut === 0) return `${those}\u202F: ce poste y a accès.`;
  return `${those}, dont ${shut.toLocaleString('fr')} que ce poste ne peut pas lire\u202F: toutes sont vérifiées.`;
}

export function closingText({ outcome, late, stands, missing }: CheckedClosing): string {
  if (outcome === 'lost') {
    const [first] = missing;
    return first
      ? `Clos sur des saisies absentes d’ici (${streamName(first.stream)}, n°${nb}${first.seq})`
      : 'Clos sur des saisies absentes d’ici';
  }
  if (outcome === 'unheld')
    return 'À vérifier au poste du chef de centre\u202F: ce poste ne tient pas la liste de la salle';
  if (outcome === 'differs') return 'Le journal n’en dit pas ce qui a été scellé';
  if (!stands) return 'Exact, remplacé depuis';
  return late > 0 ? `Exact\u202F; ${counted(late, 'saisie arrivée', 'saisies arrivées')} après` : 'Exact';
}

/** The words of the page « Vérifier le journal ». */
export const auditText = {
  title: 'Vérifier le journal',
  say: 'Relit les fichiers de ce poste depuis le premier octet, comme si rien n’en était connu. Ne modifie rien.',
  link: 'Vérifier le journal',
  back: 'Main courante',
  run: 'Vérifier maintenant',
  again: 'Vérifier de nouveau',
  stop: 'Arrêter',
  never: 'Pas encore vérifié depuis l’ouverture de cette page.',
  reading: 'Lecture des fichiers, signatures et chaînes',
  closings: 'Procès-verbaux refaits à partir de leurs saisies',
  failed: 'La vérification s’est arrêtée',
  failedSay:
    'Les fichiers n’ont pas pu être lus. Rien n’est modifié\u202F; recommencez, et prévenez le chef de centre si cela recommence.',
  sound: 'Chaque saisie porte la signature de son poste, son numéro, et l’empreinte de celle qui la précède.',
  took: (seconds: string, files: number, hour: string) =>
    `Vérifié à ${hour} en ${seconds}${nb}s, ${counted(files, 'fichier', 'fichiers')}.`,
  cure: 'N’effacez rien. Reprenez ici la dernière copie de secours\u202F: elle rend ce qui manque. Si des défauts restent, prévenez le siège.',
  faults: 'Défauts',
  moreFaults: (more: number) => `et ${counted(more, 'autre', 'autres')}.`,
  machines: {
    title: 'Postes et leurs suites',
    machine: 'Poste',
    here: 'ce poste',
    cloned: 'cloné',
    starts: 'Suites',
    entries: 'Saisies',
    first: 'Première',
    last: 'Dernière',
    people: 'Auteurs',
    morePeople: (more: number) => `et ${counted(more, 'autre', 'autres')}`,
    streams: (count: number) => `Voir ${counted(count, 'suite', 'suites')} une par une`,
    stream: 'Suite',
    range: 'Numéros',
  },
  closed: {
    title: 'Procès-verbaux clos',
    none: 'Aucun procès-verbal n’est clos.',
    room: 'Salle',
    sitting: 'Séance',
    at: 'Clos',
    by: 'Par',
    signatures: 'Signatures',
    outcome: 'Refait depuis le journal',
  },
} as const;

/** What a head is told of a machine that wrote several histories. */
export const cloneText = {
  title: (device: string) => `Poste ${shortName(device)} · cloné`,
  /** @param since « mardi 16 juin à 09:42 » */
  which: (device: string, since: string, who: string, counts: readonly number[]) =>
    `Le poste ${shortName(device)} a deux vies depuis le ${since}${who && ` (${who})`}\u202F: son disque a été copié, ou une ancienne copie remise en service\u202F; il y a ${counts.map(entries).join(' d’un côté, ')} de l’autre.`,
  keep: 'Gardez les deux suites\u202F: rien n’est perdu, et ce qui se contredit est à trancher dans «\u202FCentre\u202F», fait par fait.',
  stop: 'N’utilisez plus que l’un des deux postes\u202F; sur l’autre, une fois sa copie de secours reprise ici, effacez le dossier de Cachet et enrôlez-le de nouveau, comme un poste neuf.',
  settle: 'C’est fait…',
  dialog: {
    title: 'Poste cloné',
    say: 'La constatation entre au journal. Si ce poste écrit encore deux suites plus tard, vous en serez de nouveau averti.',
    reason: 'Ce qui a été fait',
    hint: 'Quel poste reste en service, lequel a été effacé.',
    missing: 'Dites ce qui a été fait.',
    confirm: 'Constater',
  },
  done: 'Poste cloné\u202F: constaté.',
} as const;

/** What is said of a printed page held against the journal. */
export const recallText = {
  title: 'Une page imprimée dit-elle vrai\u202F?',
  say: 'Placez le curseur dans le champ et lisez le QR de la page avec la douchette, ou collez son texte.',
  label: 'Texte du QR',
  check: 'Comparer',
  reading: 'Relecture du journal',
  noSeal: 'Ce n’est pas le QR d’une page de Cachet. Relisez-le\u202F: il commence par «\u202Fcachet:1:\u202F».',
  unknown: 'Cette session ne connaît aucune page de ce nom. Elle vient d’un autre centre ou d’une autre session.',
  same: 'Cette page dit exactement ce que le journal dit maintenant.',
  changed: (until: string, count: number) =>
    `Cette page était exacte jusqu’au ${until}. ${counted(count, 'saisie l’a changée', 'saisies l’ont changée')} depuis\u202F: réimprimez-la.`,
  never:
    'Ce journal n’a jamais dit ce que cette page scelle. La page a été modifiée, ou elle a été imprimée sur un poste dont les saisies ne sont pas ici.',
  changes: 'Ce qui a changé depuis',
  document: 'Page',
} as const;
