/** The few words that the reusable parts say by themselves. */
export const partsText = {
  choose: 'Choisir…',
  cancel: 'Revenir',
  close: 'Fermer',
  closeMessage: 'Fermer le message',
  step: { done: 'fait', current: 'en cours', ahead: 'à venir' },
} as const;
