/** A decision's recommendations besides its owner, and the rule behind it. */
export const advice = {
  title: 'Anbefales også',
  rule: (rule: string, strength: string, source: string) => `Kilde: ${source}. Regel ${rule} (${strength}).`,
  referOnTo: 'Henvis også til',
  services: 'Ydelser',
  programmes: 'Programmer',
  check: 'tjek',
  notEligible: 'ikke muligt',
  selfHelp: 'Selvhjælp som forberedelse',
  upToHours: (hours: number) => `Vejledende tid: op til ${hours} timer`,
  hoursBetween: (from: number, to: number) => `Vejledende tid: ${from}–${to} timer`,
};
