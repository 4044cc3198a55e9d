/** The yearly statement and the dialogue meeting's material, as printed pages and workbooks. */
export const statement = {
  yearly: (office: string, year: string) => `Årsopgørelse ${year} for ${office}`,
  /** `sides`: an office and its Erhvervshus. */
  dialogue: (sides: string, period: string) => `Dialogmøde: ${sides}, ${period}`,
  /** Under the title. Dates in words. */
  about: (given: { from: string; to: string; asOf: string; definition: string }) =>
    `Perioden ${given.from} til ${given.to}, opgjort ${given.asOf}. Definition ${given.definition}. Tallene er de samme, som "indgang indicators" viser.`,
  /** What files are called, without letters that some systems cannot write. */
  files: { figures: 'tal', yearly: 'aarsopgoerelse', dialogue: 'dialogmoede' },
  /** The columns of exported figures that no statement has. */
  exported: {
    group: 'Opdeling',
    part: 'Del',
    total: 'I alt',
    month: 'Måned',
    splits: { municipality: 'Kommune', stage: 'Stadie', segment: 'Segment' },
  },
  contents: 'Indhold',
  nothing: 'Ingen i perioden.',
  chartOf: (title: string) => `Diagram: ${title}. De samme tal står i tabellen.`,
  key: {
    title: (office: string) => `Nøgletal for ${office}`,
    note: 'Definitionerne står sidst. Et nøgletal uden tal kan ikke opgøres, fordi der ingen er at måle på.',
    columns: {
      code: 'Indikator',
      name: 'Navn',
      numerator: 'Antal',
      denominator: 'Af',
      value: 'Andel',
      target: 'Mål',
      pending: 'Uafgjort',
    },
    chart: 'Andele og mål',
    share: 'Andel',
    target: 'Mål',
  },
  months: {
    title: 'Måned for måned',
    note: 'Sager begyndt, svar inden for 48 timer på uret (holdt og afgjorte løfter) og accepterede overleveringer fra lokal erhvervsservice.',
    columns: {
      month: 'Måned',
      begun: 'Sager',
      inTime: 'Svar inden 48 timer',
      promises: 'Løfter',
      handovers: 'Overleveringer',
    },
    chart: 'Sager begyndt pr. måned',
  },
  places: {
    title: 'Geografisk spredning',
    note: 'I-22: kommunens andel af erhvervshusets ydelser i forhold til dens andel af indbyggerne, minus 1; under 10 ydelser siger tallet lidt. I-71: virksomheder i kommunen vejledt individuelt. I-01 og I-02: iværksættere og vækstvirksomheder i kontakt.',
    columns: {
      municipality: 'Kommune',
      users: 'Vejledte (I-71)',
      services: 'Ydelser (I-22)',
      deviation: 'Afvigelse',
      individual: 'Individuelle',
      individualDeviation: 'Afvigelse, individuelle',
      entrepreneurs: 'Iværksættere (I-01)',
      growth: 'Vækst (I-02)',
    },
    chart: 'Vejledte virksomheder pr. kommune',
  },
  referrals: {
    title: 'Henvisninger',
    note: 'I-53: henvisninger givet i perioden, efter aktør.',
    columns: { actor: 'Aktør', referrals: 'Henvisninger' },
  },
  definitions: {
    title: 'Definitioner',
    columns: { code: 'Indikator', name: 'Navn', definition: 'Definition', source: 'Kilde' },
  },
  /** The names of a workbook's sheets, at most 31 characters. */
  sheet: (number: number, title: string) => `${number} ${title}`.replace(/[\\/?*[\]:]/g, ' ').slice(0, 31),
};
