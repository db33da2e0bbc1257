import type { Finding, Found } from '../../shared/exchange/diagnosis';
import type { AttemptEnd, Examined } from '../../shared/exchange/examined';
import { hostOf, portOf } from '../../shared/exchange/subnet';
import { clockOffText } from './network';
import { capital } from './times';

const nn = '\u202F';

/** The words of « Examiner le réseau ». */
export const doctorText = {
  title: 'Examiner le réseau',
  lead: `Cachet essaie chaque adresse de chaque relais, puis dit ce qui empêche les postes de se joindre et quoi faire. L’examen dure quelques secondes et n’interrompt rien.`,
  examine: 'Examiner le réseau',
  again: 'Examiner de nouveau',
  under: 'Essai de chaque adresse…',
  also: 'À vérifier aussi',
  manager: 'À dire à la personne qui gère le réseau',
  copy: 'Copier tout l’examen',
  copied: 'Copié. Collez-le dans un message.',
  notCopied: 'Le presse-papiers de ce poste a refusé.',
  details: 'Ce qui a été essayé',
  own: 'Adresses de ce poste',
  noAddress: 'aucune',
  ownRelay: 'Ce poste, comme relais',
  noneTried: 'aucune adresse connue',
  meanwhile: `En attendant, continuez à travailler${nn}: tout s’enregistre sur ce poste et partira de lui-même.`,
} as const;

/** A finding as a person reads it: what is the matter, what to do in order, and what to say to whoever runs the network. */
export interface FindingTold {
  readonly what: string;
  readonly why: string;
  readonly steps: readonly string[];
  readonly manager: string | null;
}

const quoted = (name: string) => `«${nn}${name}${nn}»`;
const again = `Recommencez l’examen par ${quoted(doctorText.again)}.`;
const cable = 'Reliez les deux postes par câble à la même prise réseau ou au même commutateur.';
const phone =
  'À défaut, reliez les deux postes au partage de connexion d’un même téléphone. Internet n’est pas nécessaire.';
/** Where another address is typed. */
const card = 'sur la fiche de ce relais, plus haut sur cette page';
const key = `Sans réseau, portez les saisies par une clé USB de ce poste au relais.`;
const listed = (addresses: readonly string[]) => addresses.join(', ');

/** @param nameOf what a machine is called */
export function findingTold(finding: Finding, nameOf: (device: string) => string): FindingTold {
  switch (finding.kind) {
    case 'no-address':
      return {
        what: 'Ce poste n’est sur aucun réseau.',
        why: 'Ni le Wi-Fi ni le câble ne lui donnent d’adresse.',
        steps: [
          'Branchez un câble réseau, ou choisissez le Wi-Fi auquel le relais est relié.',
          `Si un câble est branché, essayez-en un autre, puis une autre prise. Vérifiez que le mode avion est coupé.`,
          phone,
          again,
          key,
        ],
        manager: null,
      };
    case 'lone-address':
      return {
        what: 'Le réseau ne donne pas d’adresse à ce poste.',
        why: `Il s’en est donné une lui-même (${finding.address})${nn}: le câble ou le Wi-Fi tient, mais rien n’y répond.`,
        steps: [
          'Débranchez le câble et rebranchez-le, ou quittez le Wi-Fi et rejoignez-le.',
          'Essayez une autre prise réseau, puis un autre câble.',
          phone,
          again,
          key,
        ],
        manager: `Un poste d’examen ne reçoit pas d’adresse du serveur DHCP${nn}: il s’est attribué ${finding.address}. La prise est-elle active, et reste-t-il des adresses à donner${nn}?`,
      };
    case 'no-relay-known':
      return {
        what: 'Ce poste ne connaît aucun relais.',
        why: 'Personne ne lui a encore dit à quel poste du centre s’adresser.',
        steps: [
          `Sur le poste du chef de centre, écran ${quoted('Réseau')}, choisissez ${quoted('Servir de relais')}.`,
          `Ajoutez-y ce poste par ${quoted('Ajouter un poste')}.`,
          key,
        ],
        manager: null,
      };
    case 'other-subnet':
      return {
        what: `Ce poste et le relais ${quoted(nameOf(finding.relay))} ne sont pas sur le même réseau.`,
        why: `Ce poste est en ${listed(finding.own)}${nn}; le relais se dit en ${listed(finding.theirs)}.`,
        steps: [
          'Reliez les deux postes au même Wi-Fi, ou par câble au même commutateur. Un réseau «\u202Finvités\u202F» est souvent à part.',
          `Si le relais a changé de réseau, lisez son adresse sur son écran ${quoted('Réseau')} et tapez-la ${card}.`,
          phone,
          again,
          key,
        ],
        manager: `Le poste ${listed(finding.own)} doit pouvoir joindre ${listed(finding.theirs)} en TCP (TLS). Les deux sont sur des réseaux différents${nn}: pouvez-vous les mettre sur le même, ou ouvrir ce passage${nn}?`,
      };
    case 'isolated':
      return {
        what: `Ce réseau empêche sans doute les postes de se joindre entre eux.`,
        why: `Ce poste (${finding.own}) et le relais ${quoted(nameOf(finding.relay))} (${finding.address}) sont sur le même réseau, où d’autres répondent, mais le relais n’y est pas visible. Beaucoup de Wi-Fi d’établissement sont réglés ainsi.`,
        steps: [
          `Vérifiez que le poste relais est allumé, et que son écran ${quoted('Réseau')} affiche bien ${finding.address}.`,
          cable,
          phone,
          again,
          key,
        ],
        manager: `Le poste ${finding.own} doit pouvoir joindre ${hostOf(finding.address)} au port TCP ${portOf(finding.address) ?? ''}. L’isolation des clients semble active sur ce réseau${nn}: pouvez-vous la lever pour ces postes, ou les mettre sur un réseau filaire${nn}?`,
      };
    case 'blocked-port':
      return blocked(finding, nameOf);
    case 'relay-gone':
      return gone(finding, nameOf);
    case 'vpn':
      return {
        what: 'Un VPN est ouvert sur ce poste.',
        why: `Un VPN (${listed(finding.names)}) détourne souvent ce qui devrait rester sur le réseau du centre.`,
        steps: ['Coupez le VPN de ce poste, le temps des épreuves.', again, key],
        manager: `Un VPN (${listed(finding.names)}) est ouvert sur un poste d’examen. Peut-il laisser passer le réseau local, ou être coupé pendant les épreuves${nn}?`,
      };
    case 'stranger-there':
      return {
        what: `Un autre poste répond à l’adresse du relais ${quoted(nameOf(finding.relay))}.`,
        why: `Celui qui répond à ${finding.address} n’a pas la clé du relais. Rien ne lui a été dit. Le plus souvent, le relais a simplement changé d’adresse.`,
        steps: [
          `Lisez l’adresse affichée sur l’écran ${quoted('Réseau')} du relais. Si elle a changé, tapez-la ${card}.`,
          `Si c’est bien ${finding.address}, prévenez le chef de centre${nn}: un poste se fait peut-être passer pour le relais.`,
          key,
        ],
        manager: `Une autre machine que notre relais répond à ${finding.address}. L’adresse ${hostOf(finding.address)} est-elle attribuée deux fois${nn}?`,
      };
    case 'several-relays':
      return {
        what: `${finding.relays.length} relais répondent${nn}: ${finding.relays.map((each) => quoted(nameOf(each))).join(', ')}.`,
        why: 'C’est bien ainsi. Si l’un s’arrête, les autres continuent.',
        steps: [],
        manager: null,
      };
    case 'clock':
      return {
        what: `L’horloge de ce poste ${clockOffText(-finding.ahead)} sur l’heure du centre.`,
        why: 'Cachet corrige les heures qu’il affiche, mais les autres programmes de ce poste se trompent.',
        steps: ['Mettez ce poste à l’heure dans les réglages du système, entre deux épreuves.'],
        manager: null,
      };
    case 'all-well':
      return finding.relays.length === 0
        ? {
            what: 'Rien à corriger sur ce poste.',
            why: `Il est le seul relais connu. Pour savoir si un autre poste le joint, examinez le réseau depuis cet autre poste.`,
            steps: [],
            manager: null,
          }
        : {
            what: 'Ce poste joint le centre.',
            why: `Répond${finding.relays.length > 1 ? 'ent' : ''}${nn}: ${finding.relays.map((each) => quoted(nameOf(each))).join(', ')}.`,
            steps: [],
            manager: null,
          };
  }
}

type Of<Kind extends Finding['kind']> = Extract<Finding, { kind: Kind }>;

function blocked({ how, relay, address }: Of<'blocked-port'>, nameOf: (device: string) => string): FindingTold {
  const port = portOf(address) ?? '';
  if (how === 'own' || relay === null)
    return {
      what: 'Ce poste sert de relais, mais ne se joint pas lui-même.',
      why: `Rien ne répond à ${address}. Un pare-feu ou un antivirus de ce poste l’empêche sans doute.`,
      steps: [
        `Dans le pare-feu de ce poste, autorisez Cachet à recevoir des connexions.`,
        'Fermez Cachet et rouvrez-le.',
        again,
        'À défaut, faites servir un autre poste de relais.',
      ],
      manager: `Cachet doit pouvoir recevoir des connexions au port TCP ${port} de ce poste. Pouvez-vous l’autoriser dans son pare-feu${nn}?`,
    };
  const silent = how === 'silent';
  return {
    what: `Le port de Cachet est fermé entre ce poste et le relais ${quoted(nameOf(relay))}.`,
    why: silent
      ? `Le réseau est le même, mais ${address} ne répond pas${nn}: un pare-feu écarte sans doute les connexions.`
      : `La connexion à ${address} est coupée en route par un pare-feu, un filtre ou un antivirus.`,
    steps: [
      `Sur le poste relais, autorisez Cachet dans le pare-feu, pour les réseaux privés et publics (port TCP ${port}).`,
      'Si un antivirus filtre le réseau sur l’un des deux postes, réglez-le pour qu’il laisse passer Cachet.',
      again,
      cable,
      phone,
      key,
    ],
    manager: `Les postes d’examen doivent pouvoir joindre ${hostOf(address)} au port TCP ${port}, en TLS 1.3 sans inspection. Pouvez-vous ouvrir ce port${nn}?`,
  };
}

function gone({ how, relay, address }: Of<'relay-gone'>, nameOf: (device: string) => string): FindingTold {
  const name = quoted(nameOf(relay));
  const reopen = `Ouvrez Cachet sur le poste ${name}. Son écran ${quoted('Réseau')} doit dire ${quoted('ce poste sert de relais')}.`;
  const typed = `Si l’adresse qui s’y affiche n’est pas ${address}, tapez-la ${card}.`;
  const other = 'Si ce poste est en panne, faites servir un autre poste de relais.';
  switch (how) {
    case 'closed':
      return {
        what: `Cachet n’est pas ouvert sur le relais ${name}.`,
        why: `Un poste répond à ${address}, mais aucun relais n’y est ouvert.`,
        steps: [reopen, typed, again, other, key],
        manager: null,
      };
    case 'silent':
      return {
        what: `Le relais ${name} n’est plus là.`,
        why: `Personne ne se montre à ${address}${nn}: il est éteint, en veille, débranché, ou relié à un autre réseau.`,
        steps: [
          `Allumez ou réveillez le poste ${name}, et vérifiez son câble ou son Wi-Fi.`,
          reopen,
          typed,
          again,
          other,
          key,
        ],
        manager: null,
      };
    case 'nowhere':
      return {
        what: `L’adresse du relais ${name} n’est pas connue.`,
        why: 'Ce poste ne sait pas encore où le joindre.',
        steps: [`Lisez son adresse sur son écran ${quoted('Réseau')}, et tapez-la ${card}.`, again, key],
        manager: null,
      };
  }
}

/** How one attempt ended, in a word or two. */
export function endText(ended: AttemptEnd): string {
  switch (ended.kind) {
    case 'answered':
      return 'répond';
    case 'tls':
      return ended.how === 'certificate' ? 'un autre poste répond' : 'connexion protégée refusée';
    case 'unreachable':
      return unreachable[ended.how];
  }
}

const unreachable: Readonly<Record<Extract<AttemptEnd, { kind: 'unreachable' }>['how'], string>> = {
  dns: 'adresse illisible',
  refused: 'personne n’écoute à ce port',
  'no-route': 'aucun chemin',
  timeout: 'pas de réponse en 3\u00A0s',
  reset: 'connexion coupée',
};

/** One line for each address that was tried. */
export function attemptLines(facts: Examined, nameOf: (device: string) => string): readonly string[] {
  const line = (name: string) => (each: Examined['relays'][number]['attempts'][number]) =>
    `${name}, ${each.address}${nn}: ${endText(each.ended)}`;
  return [
    ...facts.relays.flatMap(({ device, attempts }) =>
      attempts.length === 0 ? [`${nameOf(device)}${nn}: ${doctorText.noneTried}`] : attempts.map(line(nameOf(device))),
    ),
    ...(facts.own ?? []).map(line(doctorText.ownRelay)),
  ];
}

/** The machine's own addresses, in one line. */
export function ownText({ interfaces }: Examined): string {
  if (interfaces.length === 0) return doctorText.noAddress;
  return interfaces.map(({ name, address, prefix }) => `${address}/${prefix} (${name})`).join(', ');
}

/** The whole examination, to be pasted into a message. */
export function examinationReport(
  { facts, found }: { readonly facts: Examined; readonly found: readonly Found[] },
  nameOf: (device: string) => string,
): string {
  const told = found.flatMap(({ finding }) => {
    const { what, why, steps, manager } = findingTold(finding, nameOf);
    const numbered = steps.map((step, index) => `${index + 1}. ${step}`);
    return [what, why, ...numbered, ...(manager ? [`${doctorText.manager}${nn}: ${manager}`] : []), ''];
  });
  const tried = attemptLines(facts, nameOf).map((each) => `- ${capital(each)}`);
  const own = `${doctorText.own}${nn}: ${ownText(facts)}`;
  return [...told, `${doctorText.details}${nn}:`, own, ...tried].join('\n');
}
