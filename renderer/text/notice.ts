import type { Diploma } from '../../shared/exam/session/kinds';

/** One part of the notice: what it is about, its sentences, and the rules they carry. */
export interface NoticePart {
  readonly title: string;
  readonly sentences: readonly string[];
  readonly rules: string;
}

/** What an invigilator reads aloud before the subjects are given out. */
export const noticeParts: readonly NoticePart[] = [
  {
    title: 'Vos affaires',
    sentences: [
      'Vos sacs, cartables, trousses à rabat, livres et cahiers restent à l’endroit indiqué. Gardez sur la table votre convocation, votre pièce d’identité et de quoi écrire ; ni sous-main, ni pochette.',
      'Téléphones, montres connectées, tablettes, écouteurs et tout appareil qui garde ou transmet des informations doivent être éteints, puis rangés dans votre sac ou remis aux surveillants. Vérifiez-le maintenant.',
    ],
    rules: 'R‑053, R‑054, R‑055, R‑057',
  },
  {
    title: 'Papier et calculatrice',
    sentences: [
      'Écrivez seulement sur les copies et les brouillons que nous vous donnons. Votre brouillon garde la même couleur jusqu’à la fin.',
      'Le haut du sujet dit si la calculatrice est permise. Une seule sur la table ; elle ne se prête pas, ne communique pas, et sa notice reste dans le sac.',
    ],
    rules: 'R‑102, R‑104, R‑105, R‑106, R‑107',
  },
  {
    title: 'Le sujet',
    sentences: [
      'À la distribution, comparez la première page au tableau et comptez les pages, imprimées des deux côtés. S’il manque quelque chose ou si ce n’est pas votre sujet, levez la main tout de suite.',
      'Nous ne répondons à aucune question sur le contenu du sujet.',
    ],
    rules: 'R‑091, R‑092, R‑096',
  },
  {
    title: 'Entrer et sortir',
    sentences: [
      'Une fois les sujets distribués, plus personne n’entre sans l’accord du chef de centre ; arriver en retard ne donne pas de temps en plus.',
      'Personne ne sort pendant la première heure, même pour rendre une copie blanche. Ensuite, une sortie est exceptionnelle, un candidat à la fois, accompagné.',
      'On ne quitte pas la salle sans avoir remis une copie, fût-elle blanche, l’en-tête rempli, et signé la liste d’émargement.',
    ],
    rules: 'R‑070, R‑071, R‑072, R‑076, R‑079, R‑080, R‑116',
  },
  {
    title: 'Votre copie',
    sentences: [
      'Remplissez l’en-tête de chaque copie et numérotez les pages en bas. La première copie sert de chemise aux autres et protège votre anonymat.',
      'Nulle part ailleurs ne doivent figurer un nom, une signature ou un signe qui permettrait de vous reconnaître, pas même sur une feuille-réponse.',
      'Rendez toutes les feuilles-réponses et annexes demandées, même vides : elles sont agrafées à la copie. Le brouillon ne se rend pas et n’est pas corrigé.',
      'À la fin, posez vos stylos et remettez vous-même votre copie. Une copie sans réponse porte « COPIE BLANCHE » en première page.',
    ],
    rules: 'R‑116 à R‑123',
  },
];

const suspicion =
  'Frauder, tenter de frauder ou aider quelqu’un à le faire est noté dans un procès-verbal ; le candidat continue de composer, et ce qui a servi à la fraude est conservé. Seul le chef de centre peut exclure quelqu’un, pour une usurpation d’identité ou un trouble de l’épreuve.';

const baccalaureate: readonly string[] = [
  'Au baccalauréat professionnel, la commission de discipline peut prononcer un blâme ; priver de mention ; interdire pour cinq ans au plus de passer le baccalauréat ou un examen du supérieur public ; interdire pour cinq ans au plus de s’inscrire dans un établissement public du supérieur.',
  'Toute sanction annule l’épreuve : le candidat est réputé présent sans l’avoir passée. Le groupe d’épreuves ou la session peuvent être annulés aussi.',
];

const otherDiplomas: readonly string[] = [
  'Pour le CAP, le BEP, la mention complémentaire et le brevet professionnel, les épreuves sont annulées et le candidat est déclaré éliminé ; il peut être interdit d’examen de l’enseignement technique pendant une ou plusieurs sessions, deux ans au plus.',
];

const creditUnits: readonly string[] = [
  'Pour les unités capitalisables, les résultats de l’unité sont annulés et le diplôme ne peut être délivré dans l’année civile où la fraude est découverte.',
];

/** The sanctions, for the diplomas whose candidates are in the room. */
export function sanctionsPart(diplomas: readonly Diploma[]): NoticePart {
  const others = diplomas.some((each) => each !== 'bac-pro' && each !== 'uc');
  return {
    title: 'Fraude et sanctions',
    sentences: [
      suspicion,
      ...(diplomas.includes('bac-pro') ? baccalaureate : []),
      ...(others ? otherDiplomas : []),
      ...(diplomas.includes('uc') ? creditUnits : []),
      'Se faire passer pour un autre, ou laisser un autre se faire passer pour soi, expose aussi à la prison et à une amende.',
    ],
    rules: 'R‑149 à R‑152, R‑165, R‑167, R‑169, R‑170, R‑174',
  };
}

export const noticeText = {
  title: 'À lire à voix haute, avant la distribution',
  intro: 'Lisez lentement, debout face à la salle. La lecture est portée au procès-verbal (R‑067).',
  read: 'La notice a été lue',
  alreadyRead: 'Notice lue',
  close: 'Bon courage à tous.',
} as const;
