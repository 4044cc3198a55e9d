/** What to tell the caller about the office that answers. `by` is a moment in words. */
export const caller = {
  answersBy: (office: string, by: string) => `Sig til virksomheden: ${office} svarer senest ${by}`,
  answersSoon: (office: string) => `Sig til virksomheden: ${office} svarer hurtigst muligt`,
  phone: (phone: string) => `Telefon ${phone}`,
  open: (hours: string) => `Åbent ${hours}`,
  coordinatorsOnly: (office: string) =>
    `${office} har ingen kanal her, så kun kontorets koordinatorer får besked.`,
  nobodyTold: (office: string) => `${office} får ikke besked herfra, for kontoret har ingen kanal her.`,
  callPhone: (phone: string) => `ring på ${phone}`,
  writeTo: (email: string) => `skriv til ${email}`,
  contactThem: 'Kontakt selv kontoret.',
  contactThemBy: (ways: string) => `Kontakt selv kontoret: ${ways}.`,
  or: 'eller',
};
