import type { Instant } from '../kernel/instant';
import { envelopeInWords, withRemark } from './envelopeWords';
import { paperName, withTable } from './facts';
import { dayAndHour, NARROW, notedHour, quoted } from './french';
import type { Mention } from './mentions';
import { type Said, said } from './told';

/** A mention as the report says it, in one sentence. */
export function mentionInWords(mention: Mention, zone: string): Said {
  const at = (moment: Instant) => notedHour(moment, zone);
  switch (mention.kind) {
    case 'latecomer': {
      const decided = said(
        mention.decision,
        ({ granted, reason }) => `${granted ? 'admis' : 'refusé'} par le chef de centre (${reason})`,
        'décision du chef de centre attendue',
      );
      const cause = mention.forceMajeure ? 'cas de force majeure' : '';
      const because = [mention.explanation, cause].filter((each) => each !== '').join(', ');
      return sentence(`Retard${NARROW}: ${withTable(mention)}, arrivé à ${at(mention.arrivedAt)}`, because, decided);
    }
    case 'illness': {
      const back = mention.stillOut ? ', retour non noté' : '';
      return plain(`Sortie pour maladie${NARROW}: ${withTable(mention)}, à ${at(mention.at)}${back}.`);
    }
    case 'offTheList': {
      const found = said(
        mention.settled,
        ({ outcome, remark }) => withRemark(outcome === 'registered' ? 'inscription vérifiée' : 'non inscrit', remark),
        'compose sous réserve de la vérification de son inscription',
      );
      return sentence(`Admis hors liste${NARROW}: ${withTable(mention)}`, mention.explanation, found);
    }
    case 'identityOwed': {
      const shown = said(
        mention.settled,
        ({ outcome, document, remark }) =>
          outcome === 'shown' ? withRemark(`présentée (${document})`, remark) : withRemark('non présentée', remark),
        `à présenter au chef de centre avant le ${dayAndHour(mention.due, zone)}`,
      );
      return sentence(`Sans pièce d’identité${NARROW}: ${withTable(mention)}`, '', shown);
    }
    case 'struckOff':
      return plain(`Retiré de la liste par une mise à jour${NARROW}: ${withTable(mention)}.`);
    case 'envelope': {
      const found = said(mention.found, envelopeInWords);
      return { text: `Enveloppe des sujets${NARROW}: ${found.text}.`, contested: found.contested };
    }
    case 'startCorrected': {
      const { boardStart, instead, reason } = mention;
      return plain(`Début au tableau corrigé${NARROW}: ${at(boardStart)} au lieu de ${at(instead)} (${reason}).`);
    }
    case 'readAloud': {
      const { subject, title, papers, by, since } = mention;
      const about = [`envoyé le ${dayAndHour(mention.sentAt, zone)}`, ...papers.map(paperName)].join(', ');
      const later = {
        nothing: '',
        replaced: `${NARROW}; texte remplacé depuis`,
        withdrawn: `${NARROW}; retiré depuis`,
      };
      return plain(
        `${subjects[subject]} du siège ${quoted(title)} (${about}), lu aux candidats à ${at(mention.at)} par ${by}${later[since]}.`,
      );
    }
    case 'passedOn': {
      const { decided, takenBack, by, since } = mention;
      const later = { nothing: '', replaced: `${NARROW}; remplacée depuis`, withdrawn: `${NARROW}; annulée depuis` };
      const what = takenBack ? 'Décision annulée' : 'Décision';
      return plain(
        `${what} dite en salle à ${at(mention.at)} par ${by}${NARROW}: ${decided.join(`${NARROW}; `)}${later[since]}.`,
      );
    }
    case 'roomCheck':
      return plain(`Contrôle de la salle${NARROW}: ${mention.remark}`);
    case 'override':
      return plain(`Règle ${mention.rule} écartée${NARROW}: ${mention.reason}`);
  }
}

const subjects = { erratum: 'Erratum', instruction: 'Message', information: 'Message' } as const;

function plain(text: string): Said {
  return { text, contested: false };
}

function sentence(start: string, because: string, outcome: Said): Said {
  const reason = because === '' ? '' : ` (${because})`;
  return { text: `${start}${reason}${NARROW}; ${outcome.text}.`, contested: outcome.contested };
}
