import type { digest as da } from '../da/digest.ts';

export const digest: typeof da = {
  title: (office) => `Monthly overview for ${office}`,
  forLes: (house) => `${house} has registered in your area:`,
  forHouse: 'Sent to you by the local business service and registered by you, municipality by municipality:',
  none: 'Nothing was registered in the month.',
  noneIn: (places) => `Nothing was registered in ${places}.`,
  counts: {
    handovers: (count) => (count === 1 ? '1 case taken over' : `${count} cases taken over`),
    users: (count) =>
      count === 1 ? '1 company guided individually' : `${count} companies guided individually`,
    served: (count, individual, collective) =>
      `${count} with a service (${individual} individual, ${collective} collective)`,
  },
  otherFigures: '"figures" shows the other figures of the office.',
  sent: 'Sent to the channel and the coordinators when the office first opens in a month.',
  switchOff: 'Stop monthly overview',
  switchOn: 'Get it monthly',
};
