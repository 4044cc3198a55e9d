/** Texts that the renderers add to any card. */
export const card = {
  youCanType: 'Du kan skrive:',
  more: 'Flere …',
  save: 'Gem',
  fillIn: (label: string) => `Udfyld: ${label}`,
  shortened: 'Lange tekster er forkortet her på kortet (…). De er gemt i deres fulde længde.',
  onlyRead: 'kan ikke rettes på kortet',
  charts: { percent: 'Procent', number: 'Antal', table: 'Vis eller skjul tallene som tabel' },
};
