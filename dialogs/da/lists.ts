/** Lists in a sentence. */
export const lists = {
  /** Before the last of them. */
  and: 'og',
};
