/** Days, clock times and lengths of time as a person says them. */
export const dates = {
  /** The BCP 47 tag by which dates and numbers are formatted. */
  tag: 'da-DK',
  /** `time` is `09:05`. */
  clock: (time: string) => `kl. ${time.replace(/^0/, '').replace(':', '.')}`,
  tonight: 'i aften',
  atMidnight: 'ved midnat',
  today: 'i dag',
  tomorrow: 'i morgen',
  yesterday: 'i går',
  onWeekday: (weekday: string) => `på ${weekday}`,
  lastWeekday: (weekday: string) => `i ${weekday}s`,
  onDate: (date: string) => `den ${date}`,
  minutes: (count: number) => `${count} min.`,
  hours: (count: number) => (count === 1 ? '1 time' : `${count} timer`),
  days: (count: number) => `${count} dage`,
};
