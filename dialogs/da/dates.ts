/** Days, clock times and lengths of time as a person says them. */
export const dates = {
  /** The BCP 47 tag by which dates and numbers are formatted. */
  tag: 'da-DK',
  /** `time` is `09:05`. */
  clock: (time: string) => `kl. ${time.replace(/^0/, '').replace(':', '.')}`,
  atMidnight: 'ved midnat',
  onDay: (weekday: string, date: string) => `${weekday} den ${date}`,
  minutes: (count: number) => `${count} min.`,
  hours: (count: number) => (count === 1 ? '1 time' : `${count} timer`),
  days: (count: number) => `${count} dage`,
};
