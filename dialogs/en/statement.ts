/** The yearly statement and the dialogue meeting's material, as printed pages and workbooks. */
export const statement = {
  yearly: (office: string, year: string) => `Yearly statement ${year} of ${office}`,
  dialogue: (sides: string, period: string) => `Dialogue meeting: ${sides}, ${period}`,
  /** Under the title. Dates in words. */
  about: (given: { from: string; to: string; asOf: string; definition: string }) =>
    `The period ${given.from} to ${given.to}, counted ${given.asOf}. Definition ${given.definition}. The numbers are those of "indgang indicators".`,
  files: { figures: 'figures', yearly: 'yearly-statement', dialogue: 'dialogue-meeting' },
  exported: {
    group: 'Split',
    part: 'Part',
    total: 'In all',
    month: 'Month',
    splits: { municipality: 'Municipality', stage: 'Stage', segment: 'Segment' },
  },
  contents: 'Contents',
  nothing: 'None in the period.',
  chartOf: (title: string) => `Chart: ${title}. The table has the same numbers.`,
  key: {
    title: (office: string) => `Key figures of ${office}`,
    note: 'The definitions come last. A figure without a number cannot be counted because there is nobody to measure.',
    columns: {
      code: 'Indicator',
      name: 'Name',
      numerator: 'Number',
      denominator: 'Of',
      value: 'Share',
      target: 'Target',
      pending: 'Pending',
    },
    chart: 'Shares and targets',
    share: 'Share',
    target: 'Target',
  },
  months: {
    title: 'Month by month',
    note: 'Cases begun, answers within 48 hours by the clock (promises kept, and those decided), and accepted handovers from local business service.',
    columns: {
      month: 'Month',
      begun: 'Cases',
      inTime: 'Answers in 48 hours',
      promises: 'Promises',
      handovers: 'Handovers',
    },
    chart: 'Cases begun by month',
  },
  places: {
    title: 'Geographic spread',
    note: "I-22: the municipality's share of the house's services against its share of inhabitants, minus 1; under 10 services the number says little. I-71: companies of the municipality guided individually. I-01 and I-02: entrepreneurs and growth companies in contact.",
    columns: {
      municipality: 'Municipality',
      users: 'Guided (I-71)',
      services: 'Services (I-22)',
      deviation: 'Deviation',
      individual: 'Individual',
      individualDeviation: 'Deviation, individual',
      entrepreneurs: 'Entrepreneurs (I-01)',
      growth: 'Growth (I-02)',
    },
    chart: 'Guided companies by municipality',
  },
  referrals: {
    title: 'Referrals',
    note: 'I-53: referrals given in the period, by actor.',
    columns: { actor: 'Actor', referrals: 'Referrals' },
  },
  definitions: {
    title: 'Definitions',
    columns: { code: 'Indicator', name: 'Name', definition: 'Definition', source: 'Source' },
  },
  /** The names of a workbook's sheets, at most 31 characters. */
  sheet: (number: number, title: string) => `${number} ${title}`.replace(/[\\/?*[\]:]/g, ' ').slice(0, 31),
};
