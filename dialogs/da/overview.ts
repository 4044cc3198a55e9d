/** The day's overview of an office. */
export const overview = {
  title: (office: string) => `Oversigt for ${office}`,
  nothing: 'Intet haster, og intet venter på jer.',
  /** One list with its count, as the subtitle joins them. */
  count: {
    broken: (count: number) => (count === 1 ? '1 over fristen' : `${count} over fristen`),
    inbox: (count: number) => (count === 1 ? '1 venter på jer' : `${count} venter på jer`),
    due: (count: number) =>
      count === 1 ? '1 frist inden for et døgn' : `${count} frister inden for et døgn`,
    'not-delivered': (count: number) => (count === 1 ? '1 ikke nået frem' : `${count} ikke nået frem`),
  },
  daily: 'Sendes til koordinatorer hver arbejdsdag, når kontoret åbner.',
  switchOff: 'Send den ikke mere',
  switchOn: 'Send den hver dag',
};
