import type { NoticeCode, NoticeParams } from '../src/core/notice.ts';
import type { Sentence } from './sentence.ts';

/** A sentence for every notice but `done`, whose words stand with its verb. */
export type NoticeSentences = {
  readonly [Code in Exclude<NoticeCode, 'done'>]: Sentence<NoticeParams[Code]>;
};
