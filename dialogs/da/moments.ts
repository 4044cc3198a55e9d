/** Moments as people type them. Alternatives are separated by `|`. */
export const moments = {
  daysAhead: {
    today: 'i dag|idag',
    tomorrow: 'i morgen|imorgen',
    dayAfterTomorrow: 'i overmorgen|iovermorgen|overmorgen',
  },
  weekdays: {
    monday: 'mandag|man',
    tuesday: 'tirsdag|tirs|tir',
    wednesday: 'onsdag|ons',
    thursday: 'torsdag|tors|tor',
    friday: 'fredag|fre',
    saturday: 'lørdag|loerdag|lør',
    sunday: 'søndag|soendag|søn',
  },
  months: {
    january: 'januar|jan',
    february: 'februar|feb',
    march: 'marts|mar',
    april: 'april|apr',
    may: 'maj',
    june: 'juni|jun',
    july: 'juli|jul',
    august: 'august|aug',
    september: 'september|sept|sep',
    october: 'oktober|okt',
    november: 'november|nov',
    december: 'december|dec',
  },
  amounts: {
    half: 'en halv|et halv|et halvt',
    oneAndAHalf: 'halvanden|en en halv',
    one: 'en|et|én|ét',
    two: 'to',
    three: 'tre',
    four: 'fire',
    five: 'fem',
  },
  units: {
    minute: 'min|minut|minutter',
    quarter: 'kvarter|kvarterer',
    hour: 't|time|timer',
    day: 'dag|dage|døgn',
    week: 'uge|uger',
  },
  /** Precedes a length of time from now. */
  in: 'om',
  /** Precedes a weekday. */
  on: 'på|paa',
  /** Precedes a date. */
  the: 'den|d|d.',
  /** Stands between a day and its month. */
  of: '',
  /** Follows the number of a day. */
  ordinals: '',
  /** Precedes a time of day. */
  at: 'kl|kl.|klokken',
  /** Means half an hour before the hour that follows. */
  halfTo: 'halv',
};
