import type { BoardList } from '../../src/core/board.ts';

/** The board of an office's cases in the tab. */
export const board = {
  lists: {
    broken: 'Frist overskredet',
    'with-us': 'Afventer os',
    'with-other': 'Hos anden part',
    'with-company': 'Afventer virksomheden',
  } satisfies Record<BoardList, string> as Readonly<Record<BoardList, string>>,
  /** `time` is working time: weekends and public holidays do not count. */
  left: (time: string) => `${time} tilbage`,
  late: 'Frist overskredet',
  answered: 'Virksomheden har fået svar',
  timeline: 'Tidslinje',
  whoseClock: 'Hvem havde sagen, mens virksomheden ventede på svar',
  clockRan: (office: string, time: string, from: string) => `${office}: ${time}, fra ${from}`,
  missing: 'Ikke registreret endnu',
};
