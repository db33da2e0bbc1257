import type { RoomPhase } from '../../shared/exam/rooms/phase';
import type { Instant } from '../../shared/kernel/instant';
import { counted, hourText, lengthText } from './times';

export interface PhaseWords {
  readonly name: string;
  /** What it still needs, or how long it still lasts. */
  readonly detail: string;
}

/** Where a room stands, in two short lines; hours in `zone`. */
export function phaseText(phase: RoomPhase, now: Instant, zone: string): PhaseWords {
  switch (phase.kind) {
    case 'empty':
      return { name: 'Vide', detail: 'personne n’y est attendu' };
    case 'check':
      return { name: 'À contrôler', detail: 'avant l’entrée des candidats' };
    case 'roll':
      return { name: 'Appel', detail: `${phase.marked} sur ${phase.expected}` };
    case 'notice':
      return { name: 'Appel terminé', detail: 'notice à lire' };
    case 'envelope':
      return { name: 'Enveloppe', detail: 'à contrôler devant témoins' };
    case 'distribution':
      return { name: 'Prête', detail: 'sujets à distribuer' };
    case 'composition':
      return compositionText(phase, now, zone);
    case 'scripts':
      return { name: 'Épreuve finie', detail: 'copies à compter' };
    case 'report':
      return { name: 'Procès-verbal', detail: reportText(phase) };
    case 'closed':
      return { name: 'Terminée', detail: closedText(phase, zone) };
  }
}

function compositionText(phase: Extract<RoomPhase, { kind: 'composition' }>, now: Instant, zone: string): PhaseWords {
  const running = phase.papers.filter((each) => each.endedAt === null);
  const composing = running.reduce((sum, each) => sum + each.composing, 0);
  const end = Math.max(...running.map((each) => each.end));
  if (now >= phase.lastEnd) return { name: 'Heure atteinte', detail: 'copies à ramasser' };
  if (now >= end) {
    return {
      name: 'Temps majoré',
      detail: `fin ${hourText(phase.lastEnd, zone)} · ${counted(composing, 'candidat', 'candidats')}`,
    };
  }
  return { name: 'En cours', detail: `encore ${lengthText(end - now)}` };
}

function reportText(phase: Extract<RoomPhase, { kind: 'report' }>): string {
  if (phase.contested.length > 0) return 'une présence à trancher d’abord';
  if (phase.unsigned.length === 0) return 'à sceller';
  return counted(phase.unsigned.length, 'signature attendue', 'signatures attendues');
}

function closedText(phase: Extract<RoomPhase, { kind: 'closed' }>, zone: string): string {
  const sealed = `procès-verbal scellé à ${hourText(phase.closedAt, zone)}`;
  if (phase.lateArrivals === 0) return sealed;
  return `${sealed}, ${counted(phase.lateArrivals, 'saisie arrivée après', 'saisies arrivées après')}`;
}
