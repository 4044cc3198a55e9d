/** Lists in a sentence. */
export const lists = {
  /** Precedes the last item. */
  and: 'og',
  or: 'eller',
};
