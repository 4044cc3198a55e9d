import type { glossary as da } from '../da/glossary.ts';

export const glossary: typeof da = {
  doors: {
    name: 'Who owns the case',
    text: 'The rules are read in order, and the first that fits decides: specialised needs belong to the Erhvervshus, basic and place-bound ones to the local business service. Each case says why, and a consultant can always choose another receiver with a reason. Nobody is turned away.',
  },
  les: {
    name: 'LES (local business service)',
    text: "The municipality's business service, one in each municipality. It takes basic and place-bound needs, pre-starters and early entrepreneurs.",
  },
  ehm: {
    name: 'EHM (Erhvervshus Midtjylland)',
    text: 'One of the six Erhvervshuse (business houses). They give specialised guidance to the companies of several municipalities and help companies in a crisis.',
  },
  platform: {
    name: 'Virksomhedsguiden',
    text: 'The digital platform with knowledge, guides and self-help tools for companies and anyone who considers starting one.',
  },
  'pre-starter': {
    name: 'Pre-starter',
    text: 'A person who considers starting a company and has no CVR number yet. Pre-starters belong to the local business service, unless they are mature and have a specialised need.',
  },
  entrepreneur: {
    name: 'Entrepreneur',
    text: 'A company up to and including three years after it was founded.',
  },
  established: {
    name: 'Established company',
    text: 'A company that is more than three years old.',
  },
  maturity: {
    name: 'Early and mature',
    text: "How far an entrepreneur has come. Unless something else is said, an entrepreneur counts as mature after 12 months; a municipality may have another limit, and it is the consultant's judgement.",
  },
  segment: {
    name: 'Operations segment and growth segment',
    text: 'Growth: the company can raise its turnover by at least 10 % a year over the next three years. Operations: all others, who want to run and secure what they have.',
  },
  depth: {
    name: 'Basic and specialised needs',
    text: 'A basic need can be met locally. A need is specialised where the competence is missing locally, where it takes a longer course, or where the company wants a programme. Specialised needs normally belong to the Erhvervshus.',
  },
  'place-bound': {
    name: 'Place-bound needs',
    text: 'Needs that always belong to the municipality: permits and other matters of authority, premises and sites, the job centre, trainees and local education.',
  },
  'control-questions': {
    name: 'Control questions',
    text: 'The three questions that settle a doubtful need: is the competence missing locally, does it take a longer course, or is a programme wanted? One yes makes the need specialised.',
  },
  'grey-zone': {
    name: 'Grey zone',
    text: 'A case that either side can take, or that was returned as often as agreed. Whoever has the case keeps it, and the two coordinators settle together who takes it.',
  },
  'joint-course': {
    name: 'Joint course',
    text: 'Two organisations help the company together. The case does not move: one still has it, and the other takes part.',
  },
  handover: {
    name: 'Handover',
    text: 'A case is sent to another organisation, which can take it over, return it, ask or send it on. The sender is responsible until it is taken over.',
  },
  return: {
    name: 'Return',
    text: 'The receiver sends the case back to the sender with a reason. After a return that counts, it cannot be sent to the same organisation again: it becomes a grey zone.',
  },
  forward: {
    name: 'Send on',
    text: 'The receiver sends the case on to a more suitable receiver, once. The sender sees it, and the deadline still applies.',
  },
  promise: {
    name: '48 hours',
    text: 'The company must have a real answer from a person within 48 hours of its first contact. The time runs on working days, 24 hours for each, unless the municipality counts all hours. In a crisis it is 8 hours. Taking over or sending a case does not stop the time.',
  },
  unanswered: {
    name: 'If nobody answers',
    text: 'The receiver is reminded when a quarter of the time has gone, and the coordinator at half. At three quarters the case goes back to the sender, who can still make it. When the deadline has passed, whoever has the case and the coordinators are told, and it stays on the list until the company has its answer.',
  },
  basis: {
    name: 'Consent and sharing',
    text: "Where a case names a person, or is sent to another organisation, the basis must be chosen: the company's consent or public task (the business promotion act). Where the company says no, its details stay with you, and it can be given the receiver's name and turn there itself.",
  },
  'advertising-protection': {
    name: 'Advertising protection',
    text: 'A company that is protected in the CVR register must not be contacted for marketing. When it turns to you itself it is helped like any other.',
  },
  'early-warning': {
    name: 'Early Warning',
    text: 'Free and confidential help for companies in a crisis, through the Erhvervshus. A company in a crisis is sent there at once.',
  },
  urgent: {
    name: 'Urgent case',
    text: 'A company in a crisis. It goes to the Erhvervshus at once, and the answer is due within 8 hours.',
  },
  'action-plan': {
    name: 'Action plan',
    text: 'The plan that the company gets when a course at the Erhvervshus ends. Closing the case asks for it.',
  },
  'follow-up': {
    name: 'Follow-up',
    text: 'When the Erhvervshus closes a case that came from the local business service, a follow-up there is proposed on an agreed date.',
  },
  'self-help': {
    name: 'Self-help tools',
    text: 'Tools that the company can use by itself before the guidance: Virksomhedsguiden, Væksthjulet, Business Model Canvas, Klimakompasset and Privacykompasset.',
  },
  programmes: {
    name: 'Programmes',
    text: 'Longer offers with terms of their own, such as SMV:Digital and InnoBooster. The card names those that fit the need; the programme itself decides who can take part.',
  },
  'private-advisers': {
    name: 'Private advisers',
    text: 'The public side guides, and private advisers do the work. The Erhvervshus refers on after the guidance, and several advisers are named alike.',
  },
  eifo: {
    name: 'EIFO',
    text: "Denmark's Export and Investment Fund. Since 2023 it has taken over from Vækstfonden and EKF: loans, guarantees and export credit.",
  },
  'trade-council': {
    name: 'Eksportrådet (The Trade Council)',
    text: 'Advises on exports and markets. Eksportsparring is for companies with fewer than 100 employees and less than DKK 150 million in turnover.',
  },
  'innovation-fund': {
    name: 'Innovationsfonden',
    text: 'Supports innovation, for instance by InnoBooster. Help with the application is given by the Erhvervshus or a private adviser, not by the fund.',
  },
  gts: {
    name: 'GTS institute',
    text: 'An approved technological service institute, which helps with new technology, tests and automation.',
  },
  cluster: {
    name: 'Cluster',
    text: 'A network of companies and knowledge institutions of one trade that work together on innovation.',
  },
  'p-number': {
    name: 'P-number',
    text: "The number of a production unit: one of the company's places. Where it is in another municipality, that municipality counts.",
  },
  'cvr-number': {
    name: 'CVR number',
    text: "The company's number in the central register. It has eight digits.",
  },
  cpr: {
    name: 'CPR numbers',
    text: 'CPR numbers are removed before anything is stored, shown or sent. Where a number stands in a message of the chat, delete the message there.',
  },
  crm: {
    name: 'CRM',
    text: 'The shared system in which contacts, services and referrals are registered. The cases from here are saved there.',
  },
  draft: {
    name: 'Draft',
    text: 'An enquiry that is not confirmed yet. It is kept for seven days. Type "continue" to go on, or "cancel".',
  },
  statuses: {
    name: 'Status of a case',
    text: 'Open: somebody has it. Sent: another organisation was asked. Answered: the company has its answer. Waiting for the company, closed, withdrawn and entered in error: no time runs.',
  },
  undo: {
    name: 'Undo',
    text: 'Type "undo", or use the button on the card. An answer can be undone for 60 minutes, closing and cancelling for 10, and only while nobody else has worked on the case. An enquiry that is not confirmed is corrected with "correct ‹field› ‹value›" or "back".',
  },
  reminder: {
    name: 'Reminders',
    text: 'I remind you of the deadlines, and tell you when the receiver answers a case that you sent. To be reminded to call the company, type for instance "call back ‹case number› Monday at 10".',
  },
  digest: {
    name: 'Overviews',
    text: "Reminders are gathered: nobody gets more than one for each case and step, and they come in the office's opening hours unless the case is urgent. 'overview' shows the office's day, 'monthly overview' the month of the Erhvervshus in each municipality.",
  },
  'say-to-company': {
    name: 'What to tell the company',
    text: 'Say who answers, and by when. The card begins with that sentence once you have typed what the company needs.',
  },
  colleagues: {
    name: 'Who is at work',
    text: "I do not know: I have no access to colleagues' calendars. I know the cases, the rules and the offices.",
  },
  'personal-data': {
    name: 'Personal data',
    text: 'Indgang keeps what was written on a case, and shows it only to those whom the case concerns. A company or person may see what is held on them and have it erased: ask the coordinator of your office to pass it on to whoever runs Indgang.',
  },
};
