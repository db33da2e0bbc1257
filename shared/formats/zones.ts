const overseas: Readonly<Record<string, string>> = {
  '971': 'America/Guadeloupe',
  '972': 'America/Martinique',
  '973': 'America/Cayenne',
  '974': 'Indian/Reunion',
  '975': 'America/Miquelon',
  '976': 'Indian/Mayotte',
  '983': 'Pacific/Noumea',
  '984': 'Pacific/Tahiti',
  '986': 'Pacific/Wallis',
};

/** The IANA zone of a centre, by the territory its code (UAI) begins with. */
export function zoneOfCentre(code: string): string {
  return overseas[code.slice(0, 3)] ?? 'Europe/Paris';
}
