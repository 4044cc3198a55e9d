/** The day's overview of an office. */
export const overview = {
  title: (office: string) => `Oversigt for ${office}`,
  nothing: 'Intet haster, og intet venter på jer.',
  /** One list with its count, as the subtitle joins them. */
  count: {
    broken: (count: number) => (count === 1 ? '1 frist overskredet' : `${count} frister overskredet`),
    inbox: (count: number) => (count === 1 ? '1 venter på jer' : `${count} venter på jer`),
    due: (count: number) =>
      count === 1 ? '1 frist inden for et døgn' : `${count} frister inden for et døgn`,
    'not-delivered': (count: number) => (count === 1 ? '1 ikke nået frem' : `${count} ikke nået frem`),
  },
  daily: 'Oversigten sendes til koordinatorerne hver arbejdsdag, når kontoret åbner.',
  switchOff: 'Stop daglig oversigt',
  switchOn: 'Få den dagligt',
};
