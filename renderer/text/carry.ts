import type { CarriedFault, CarriedFile, CarriedIn, CarriedOut, NotRead, NotWritten } from '../../shared/bridge/carry';
import type { CopyTrouble } from '../../shared/bridge/copies';
import { MINUTE } from '../../shared/kernel/clockTime';
import type { Instant } from '../../shared/kernel/instant';
import { centreText } from './copyTaken';
import { channelText } from './grants';
import { shortName } from './machines';
import { listed } from './sentences/sentence';
import { counted, dueText, lengthText } from './times';

const nn = '\u202F';

/** The words of the USB key that carries entries between the centre's machines. */
export const carryText = {
  title: 'Clé USB',
  lead: 'Sans réseau, une clé fait l’aller-retour entre les postes du centre. Ce qu’elle porte est chiffré\u202F: seuls les postes du centre l’ouvrent.',
  round: 'L’aller-retour',
  rounds: [
    'En salle\u202F: écrire sur la clé.',
    'À la direction\u202F: lire la clé, puis écrire dessus.',
    'En salle\u202F: lire la clé.',
  ],
  key: {
    title: 'La clé et ce poste',
    place: 'Clé',
    none: 'aucune choisie',
    choose: 'Choisir la clé…',
    other: 'Choisir une autre clé…',
    gone: 'La clé n’est plus là. Rebranchez-la, ou choisissez-en une autre.',
    ownDisk:
      'Ce dossier est sur le disque de ce poste, pas sur une clé\u202F: rien de ce qui y est écrit n’ira plus loin.',
    here: 'Ce poste',
    awaited: 'Le siège n’a pas encore',
    onIt: 'De ce poste, sur la clé',
    nothingOnIt: 'rien encore',
    readers: 'Pourront la lire',
    noReader: 'aucun autre poste du centre n’est connu d’ici',
  },
  write: {
    act: 'Écrire sur la clé',
    say: 'Ce poste y met ce que les autres postes n’ont pas encore. Ce qu’ils y ont mis reste.',
    busy: 'Écriture et relecture…',
  },
  read: {
    act: 'Lire la clé',
    say: 'Ce poste montre ce que les autres y ont écrit, avant d’en prendre quoi que ce soit.',
    busy: 'Lecture et vérification…',
  },
  preview: {
    title: 'Ce que porte la clé',
    writer: 'Poste',
    written: 'Écrit',
    brings: 'Nouveau ici',
    speaksOf: 'Salles',
    refused: 'Refusé',
    refusedSay: 'Rien n’en a été pris.',
    file: 'Fichier',
    why: 'Pourquoi',
    noRoom: 'aucune',
    empty: 'Aucun autre poste du centre n’a encore écrit sur cette clé.',
    unreadable: 'Rien de ce que porte la clé ne se laisse lire ici.',
    receipts: 'Rien de nouveau, mais les accusés de réception du siège sont à jour.',
    nothing: 'Tout ce que porte la clé est déjà sur ce poste.',
    nothingYet: 'Rien n’est encore pris sur ce poste.',
    ours: 'ce poste',
    taking: 'Prise en compte…',
    leave: 'Ne rien prendre',
    close: 'Fermer',
  },
  proposed: {
    say: 'Le siège reste injoignable. En attendant, une clé USB peut faire l’aller-retour entre les postes du centre.',
    act: 'Passer par une clé USB',
  },
} as const;

/** What a machine is called: its name, else what is known of it here, else the first signs of its key. */
export function machineText({ device, name }: CarriedFile['writer'], known: (device: string) => string | null): string {
  return name ?? known(device) ?? `poste ${shortName(device)}`;
}

/** « 38 saisies : les salles, la session » */
export function bringsText({ fresh, channels }: CarriedFile): string {
  if (fresh === 0) return 'rien';
  return `${counted(fresh, 'saisie', 'saisies')}${nn}: ${listed(
    channels.map(({ channel }) => channelText(channel)),
    7,
  )}`;
}

/** Clocks that are not compared differ by so much without anybody noticing, in milliseconds. */
const unnoticed = 2 * MINUTE;

/** « 11:42 (il y a 20 min) » */
export function writtenText(writtenAt: Instant, now: Instant, zone: string): string {
  const hour = dueText(writtenAt, now, zone);
  const ahead = writtenAt - now > unnoticed;
  return ahead ? `${hour}, à une horloge en avance sur celle-ci` : `${hour} (il y a ${lengthText(now - writtenAt)})`;
}

/** « poste zE24W-, 75 saisies » */
export function hereText(
  self: CarriedFile['writer'],
  known: (device: string) => string | null,
  entries: number,
): string {
  return `${machineText(self, known)}, ${counted(entries, 'saisie', 'saisies')}`;
}

/** What there is to take of what was read. */
export function broughtText(fresh: number, files: number, refused: number): string {
  if (fresh > 0) return carryText.preview.nothingYet;
  if (files > 0) return carryText.preview.nothing;
  return refused > 0 ? carryText.preview.unreadable : carryText.preview.empty;
}

/** « 11:42 (il y a 20 min) ; 38 saisies d’ici n’y sont pas encore » */
export function onKeyText(written: string, missing: number): string {
  const lacks = counted(missing, 'saisie d’ici n’y est pas encore', 'saisies d’ici n’y sont pas encore');
  return missing === 0 ? `${written}, tout y est` : `${written}${nn}; ${lacks}`;
}

/** What was written, and what to do with the key now. */
export function writtenDone({ entries, machines }: CarriedOut, hour: string): string {
  const readers = counted(machines, 'autre poste', 'autres postes');
  const what =
    entries === 0
      ? `Écrit et relu à ${hour}${nn}: les autres postes ont déjà toutes les saisies d’ici, et la clé le dit`
      : `Écrit et relu à ${hour}${nn}: ${counted(entries, 'saisie', 'saisies')}, pour ${readers}`;
  return `${what}. Éjectez la clé avant de la retirer.`;
}

export const takeText = (fresh: number) => `Prendre ${counted(fresh, 'saisie', 'saisies')}`;

/** What was taken, and what of it was not. */
export function takenDone({ added, quarantined, waiting, receipts }: CarriedIn): string {
  const said = [added === 0 ? 'Rien de nouveau.' : `${counted(added, 'saisie prise', 'saisies prises')} sur ce poste.`];
  if (receipts > 0) said.push('Les accusés de réception du siège sont à jour.');
  if (quarantined > 0)
    said.push(
      `${counted(quarantined, 'saisie est mise de côté et ne compte pas', 'saisies sont mises de côté et ne comptent pas')}.`,
    );
  if (waiting > 0) {
    const waits = counted(waiting, 'saisie reste sur la clé', 'saisies restent sur la clé');
    said.push(
      `${waits}${nn}: il manque ce qui précède. Écrivez d’ici sur la clé, puis de nouveau depuis l’autre poste.`,
    );
  }
  return said.join(' ');
}

/** Why one file of the key was refused. */
export function carriedFaultText(fault: CarriedFault): string {
  switch (fault.kind) {
    case 'not-carried':
      return 'Ce n’est pas un fichier que Cachet a écrit.';
    case 'newer':
      return 'Il vient d’une version plus récente de Cachet. Mettez ce poste à jour, puis relisez la clé.';
    case 'cut':
      return 'Il s’arrête avant sa fin\u202F: la clé a été retirée trop tôt. Écrivez de nouveau depuis ce poste-là.';
    case 'damaged':
      return 'Il est abîmé ou a été modifié. Écrivez de nouveau depuis le poste d’où il vient, si possible sur une autre clé.';
    case 'not-for-us':
      return 'Ce poste n’était pas encore des postes du centre pour celui qui a écrit. Écrivez d’ici sur la clé, lisez-la là-bas, puis écrivez de nouveau.';
    case 'unknown-writer':
      return 'Le poste qui a écrit n’est pas, ou n’est plus, des postes du centre. S’il l’est, lisez d’abord la clé à la direction.';
    case 'too-large':
      return 'Il est trop grand pour être lu.';
    case 'unreadable':
      return 'Il ne se laisse pas lire. La clé est-elle encore branchée\u202F?';
    case 'other-centre':
      return `Il est d’un autre centre ou d’une autre session${nn}: ${centreText(fault.of)}.`;
  }
}

/** Other centres whose folders lie on the key. */
export function othersText(codes: readonly string[]): string {
  return `La clé porte aussi les saisies ${codes.length < 2 ? 'd’un autre centre' : 'd’autres centres'} (${codes.join(', ')})${nn}: ce poste ne les ouvre pas.`;
}

const mediumText: Readonly<Record<CopyTrouble, string>> = {
  absent: 'La clé n’est pas là. Rebranchez-la, ou choisissez-en une autre.',
  'not-the-same':
    'La clé ne rend pas ce qui lui a été confié. Prenez-en une autre\u202F; ce qui y était n’a pas été touché.',
  full: 'La clé est pleine. Faites de la place ou prenez-en une autre\u202F; ce qui y était n’a pas été touché.',
  'read-only': 'La clé refuse l’écriture. Vérifiez son verrou\u202F; ce qui y était n’a pas été touché.',
  closed: 'La clé n’est plus accessible. Rebranchez-la, puis écrivez de nouveau.',
  failed: 'La clé ne répond pas. Rebranchez-la, puis écrivez de nouveau\u202F; ce qui y était n’a pas été touché.',
};

const noKeyText = {
  'not-allowed': 'Déverrouillez ce poste avec votre code.',
  'no-session': 'Il n’y a pas encore de session sur ce poste.',
  'no-key': 'Choisissez d’abord la clé.',
} as const;

/** Why nothing was written. */
export function notWrittenText(fault: NotWritten): string {
  switch (fault.kind) {
    case 'nobody':
      return 'Ce poste ne connaît encore aucun autre poste du centre\u202F: personne ne pourrait lire la clé. Rattachez les postes au siège, ou admettez-les depuis celui de la direction, pendant que le réseau est là.';
    case 'medium':
      return mediumText[fault.because];
    default:
      return noKeyText[fault.kind];
  }
}

const diskText = {
  full: 'le disque de ce poste est plein',
  'read-only': 'le disque de ce poste refuse l’écriture',
  closed: 'le journal est fermé',
  failed: 'le disque de ce poste ne répond pas',
} as const;

/** Why the key was not read, or not all of it taken. */
export function notReadText(fault: NotRead): string {
  switch (fault.kind) {
    case 'absent':
      return mediumText.absent;
    case 'storage':
      return `Prise interrompue${nn}: ${diskText[fault.reason]}. ${counted(fault.added, 'saisie est déjà prise', 'saisies sont déjà prises')}${nn}; recommencez, ce sera la suite.`;
    default:
      return noKeyText[fault.kind];
  }
}
