import type { handovers as da } from '../da/verbs-handover.ts';

export const handovers: typeof da = {
  'handover.accept': {
    words: 'accept|take',
    label: 'Accept',
    meaning: 'Take over the case',
    asks: {},
    done: 'You have accepted the case. Remember to answer the company.',
  },
  'followup.accept': {
    words: 'follow up|follow-up yes',
    label: 'Yes, we follow up',
    asks: {},
    done: 'Thank you. The follow-up is yours.',
  },
  'handover.answer': {
    words: 'answer|reply',
    typedRest: ' ‹text›',
    label: 'Reply',
    meaning: 'Answer the question',
    asks: { text: 'Your answer' },
    done: 'The answer has been sent.',
  },
  'handover.ask': {
    words: 'ask',
    typedRest: ' ‹text›',
    label: 'Ask',
    meaning: 'Ask the sender',
    asks: { text: 'Your question' },
    done: 'The question has been sent to the sender. The deadline still applies.',
  },
  'handover.return': {
    words: 'return',
    typedRest: ' ‹reason›: ‹explanation›',
    label: 'Return',
    meaning: 'Send the case back with a reason',
    asks: { reasonCode: 'Reason', reason: 'Explanation' },
    done: 'The case has been returned and the sender is told.',
    doneAs: {
      asked:
        'The case has not been returned yet: what you miss has been put to the sender as a question. The deadline still applies.',
    },
  },
  'handover.advise': {
    words: 'advise',
    typedRest: ' ‹text›',
    label: 'Advise',
    meaning: 'Advise the sender without taking the case',
    asks: { text: 'Your advice to the sender' },
    done: 'The advice has been sent. The sender keeps the case.',
  },
  'handover.forward': {
    words: 'forward',
    typedRest: ' ‹organisation› ‹reason›',
    label: 'Forward',
    meaning: 'Pass it on to a more suitable organisation',
    asks: { organisation: 'Organisation', reason: 'Reason' },
    done: 'The case has been forwarded and the sender is told.',
  },
  'followup.decline': {
    words: 'decline follow-up|follow-up no',
    typedRest: ' ‹reason›',
    label: 'No, thank you',
    meaning: 'We do not follow up',
    asks: { reason: 'Reason' },
    done: 'You have declined the follow-up.',
  },
  'handover.offer': {
    words: 'offer|send',
    typedRest: ' ‹organisation› ‹reason›',
    label: 'Send to another',
    meaning: 'Hand the case to another organisation',
    asks: { organisation: 'Organisation', reason: 'Reason' },
    done: 'The case has been sent. You are responsible for it until it is accepted.',
  },
  'handover.withdraw': {
    words: 'recall|take back',
    label: 'Recall offer',
    meaning: 'Recall the offer before it is answered',
    asks: {},
    done: 'The offer has been recalled. The case is yours.',
  },
};
