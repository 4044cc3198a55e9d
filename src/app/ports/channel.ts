export const CHANNELS = ['teams', 'slack'] as const;

export type Channel = (typeof CHANNELS)[number];
