import type { LaterFile, OpeningReport } from '../../shared/bridge/journal';
import type { StorageReason } from '../../shared/kernel/storage';
import type { LevelFault, Levelled } from '../journal/level';
import { listed } from './sentences/sentence';

/** What a person is told when the journal opens. `calm` reassures, `attention` must be read, `alarm` must be acted on. */
export interface Notice {
  readonly tone: 'calm' | 'attention' | 'alarm';
  readonly text: string;
  /** What may be done about it at once. */
  readonly cure?: 'recovery-code';
}

const count = new Intl.NumberFormat('fr-FR');

function counted(number: number, one: string, many: string): string {
  return `${count.format(number)}\u00a0${Math.abs(number) < 2 ? one : many}`;
}

const entries = (number: number) => counted(number, 'saisie', 'saisies');

const because: Readonly<Record<StorageReason, string>> = {
  full: 'le disque n’a plus assez de place',
  'read-only': 'le dossier de données est en lecture seule',
  closed: 'la base locale s’est fermée',
  failed: 'le disque a signalé une erreur',
};

/**
 * The sentences for what opening the journal found and did, the gravest first. None when all was as it was left. After a
 * copy was taken back (`tookBack`), or when so many entries of other machines `came`, the database has to be completed:
 * that is no repair.
 */
export function openingNotices(
  report: OpeningReport,
  levelled: Levelled,
  { tookBack, came } = { tookBack: false, came: 0 },
): readonly Notice[] {
  const missing = (report.expected ?? 0) - levelled.total - report.unreadable;
  const notices = [
    ...losses(report, levelled, missing),
    ...(tookBack ? takenBack(levelled) : repairs(report, levelled, came, missing > 0 ? '.' : ', aucune perdue.')),
    ...identity(report),
    ...ofLaterVersion(report),
  ];
  const weight = { alarm: 0, attention: 1, calm: 2 };
  return notices.sort((a, b) => weight[a.tone] - weight[b.tone]);
}

function takenBack({ total }: Levelled): readonly Notice[] {
  return [{ tone: 'calm', text: `Copie de secours reprise\u202F: ce poste tient maintenant ${entries(total)}.` }];
}

function losses(report: OpeningReport, levelled: Levelled, missing: number): readonly Notice[] {
  const notices: Notice[] = [];
  const { expected } = report;
  const emptied = report.absent && report.deviceKey === 'known' && levelled.total === 0;
  if (emptied) {
    const had = expected ? ` Il contenait ${entries(expected)}.` : '';
    notices.push({
      tone: 'alarm',
      text: `La boîte noire et la base locale de ce poste sont vides alors qu’il a déjà servi.${had} Ne saisissez rien avant d’avoir récupéré le journal du relais du centre, du siège ou de la copie de secours, et prévenez le chef de centre.`,
    });
  } else if (missing > 0) {
    notices.push({
      tone: 'alarm',
      text: `Il manque ${entries(missing)} sur ${count.format(expected ?? 0)} dans le journal de ce poste. Récupérez-les auprès du relais du centre, du siège ou de la copie de secours, et prévenez le chef de centre.`,
    });
  }
  if (report.unreadable > 0) {
    notices.push({
      tone: 'alarm',
      text: `${counted(report.unreadable, 'saisie de la boîte noire est intacte mais illisible', 'saisies de la boîte noire sont intactes mais illisibles')} : la clé de ce poste a changé. ${report.unreadable === 1 ? 'Elle sera relue' : 'Elles seront relues'} dès que le code de secours aura été saisi ; demandez-le au siège.`,
      cure: 'recovery-code',
    });
  }
  if (report.stranded > levelled.adopted) {
    notices.push({
      tone: 'alarm',
      text: `${counted(report.stranded, 'saisie de la boîte noire attend', 'saisies de la boîte noire attendent')} celles qui précèdent : tout est conservé et reprendra sa place dès que les autres seront retrouvées.`,
    });
  }
  if (report.forged > 0) {
    notices.push({
      tone: 'alarm',
      text: `${counted(report.forged, 'saisie de la boîte noire porte', 'saisies de la boîte noire portent')} une signature fausse : le fichier a été modifié. Rien n’en est repris, tout est conservé ; prévenez le chef de centre.`,
    });
  }
  if (levelled.refused > 0) {
    notices.push({
      tone: 'attention',
      text: `${counted(levelled.refused, 'saisie de la base locale n’a pas pu être vérifiée et n’a pas été reprise', 'saisies de la base locale n’ont pas pu être vérifiées et n’ont pas été reprises')}.`,
    });
  }
  notices.push(...unwritable(report));
  return notices;
}

const cures: Readonly<Record<StorageReason, string>> = {
  full: ' Libérez de la place\u202f: les saisies reprennent d’elles-mêmes.',
  'read-only': ' Rendez ce dossier accessible en écriture, puis relancez Cachet.',
  closed: '',
  failed: '',
};

function unwritable({ unwritable: reason }: OpeningReport): readonly Notice[] {
  if (reason === null) return [];
  return [
    {
      tone: 'alarm',
      text: `Rien ne peut être enregistré sur ce poste\u202f: ${because[reason]}. Le journal reste consultable.${cures[reason]}`,
    },
  ];
}

function repairs(report: OpeningReport, levelled: Levelled, came: number, end: string): readonly Notice[] {
  const repaired = levelled.rebuilt - came;
  const notices: Notice[] = [];
  if (levelled.adopted > 0) {
    notices.push({
      tone: 'attention',
      text: report.absent
        ? `La boîte noire avait disparu. Elle a été réécrite à partir de la base locale : ${entries(levelled.adopted)}${end}`
        : `La boîte noire a été complétée à partir de la base locale : ${entries(levelled.adopted)}${end}`,
    });
  }
  if (report.damagedFiles > 0) {
    notices.push({
      tone: 'attention',
      text: `${counted(report.damagedFiles, 'fichier de la boîte noire était abîmé', 'fichiers de la boîte noire étaient abîmés')} : tout ce qui était entier a été relu, et le journal continue dans un nouveau fichier.`,
    });
  }
  if (report.tornBytes > 0) {
    notices.push({
      tone: 'calm',
      text: 'La dernière écriture avait été interrompue, sans doute par une coupure de courant. Elle a été retirée : elle n’avait jamais été annoncée comme enregistrée.',
    });
  }
  if (levelled.emptied || (repaired > 0 && levelled.before === 0)) {
    notices.push({
      tone: 'attention',
      text: `La base locale a été reconstruite à partir de la boîte noire : ${entries(levelled.total)}${end}`,
    });
  } else if (repaired > 0) {
    notices.push({
      tone: 'calm',
      text: `La base locale a été complétée à partir de la boîte noire : ${entries(repaired)}${end}`,
    });
  }
  return notices;
}

function identity(report: OpeningReport): readonly Notice[] {
  const notices: Notice[] = [];
  if (report.deviceKey === 'replaced' || (report.deviceKey === 'created' && report.entries > 0)) {
    notices.push({
      tone: 'attention',
      text: 'La clé de ce poste a été renouvelée ; les saisies déjà faites sont intactes. Le siège doit enregistrer de nouveau ce poste.',
    });
  }
  if (report.clonedDevices > 0) {
    notices.push({
      tone: 'alarm',
      text: `${counted(report.clonedDevices, 'poste a écrit deux suites différentes', 'postes ont écrit deux suites différentes')} à partir du même point : disque cloné ou ancienne copie remise en service. Les deux suites sont conservées ; prévenez le chef de centre.`,
    });
  }
  return notices;
}

const laterFileWords: Readonly<Record<LaterFile, string>> = {
  enrolment: 'le rattachement au siège',
  network: 'le réseau du centre',
  copies: 'la copie de secours',
};

function ofLaterVersion({ laterFiles }: OpeningReport): readonly Notice[] {
  if (laterFiles.length === 0) return [];
  const what = listed(laterFiles.map((each) => laterFileWords[each]));
  return [
    {
      tone: 'attention',
      text: `Une version plus récente de Cachet a servi sur ce poste, et celle-ci ne sait pas lire ses réglages\u202F: ${what}. Ils sont gardés tels quels, et ne servent pas pour l’instant. Mettez ce poste à jour, entre deux épreuves.`,
    },
  ];
}

/** The sentences for a start at which file and database could not be brought level; without a fault, it was not awaited. */
export function unlevelNotices(report: OpeningReport, failed?: LevelFault): readonly Notice[] {
  if (!failed) return [...unwritable(report), ...ofLaterVersion(report)];
  const { side, fault } = failed;
  const level: Notice =
    side === 'file'
      ? { tone: 'alarm', text: `La boîte noire n’a pas pu être complétée\u202f: ${because[fault.reason]}.` }
      : {
          tone: 'attention',
          text: `La base locale n’a pas pu être reconstruite\u202f: ${because[fault.reason]}. Les saisies sont enregistrées dans la boîte noire\u202f; rien n’est perdu.`,
        };
  return [...unwritable(report), level, ...ofLaterVersion(report)];
}

/** Beside entries that only the file has so far. */
export const keptInFileOnly = {
  short: 'Gardé dans le fichier seul, la base se remet à niveau',
  detail:
    'Rien n’est perdu\u202f: chaque saisie est dans le fichier du journal. La base locale n’a pas suivi\u202f; elle est essayée de nouveau toutes les 30\u00a0secondes, et à chaque saisie.',
} as const;
