import type { tried as da } from '../da/tried-setting.ts';

export const tried: typeof da = {
  title: (setting, value) => `Tried: ${setting} = ${value}`,
  setBack: 'set back',
  withoutOwner: 'With that value some cases would not have exactly one owner, so it cannot take effect.',
  municipality: 'Municipality',
  need: 'Need',
  columns: { cases: 'Cases', elsewhere: 'Elsewhere', otherwise: 'Otherwise different' },
  changed: 'Cases that would be decided otherwise',
  moves: (before, after) => `From ${before} to ${after}.`,
  stays: (owner) => `Stays with ${owner}.`,
  differs: (parts) => `Different: ${parts}.`,
  parts: {
    owner: 'owner',
    plan: 'who does what',
    priority: 'priority',
    greyZone: 'grey zone',
    answerByHours: 'time to answer',
    referrals: 'referrals',
  },
  more: (count) => `And ${count} more that are not shown here.`,
  unseen: (count) =>
    count === 1 ? 'And 1 case that you may not see.' : `And ${count} cases that you may not see.`,
};
