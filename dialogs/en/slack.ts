import type { slack as da } from '../da/slack.ts';

export const slack: typeof da = {
  appName: 'Indgang',
  wait: 'One moment …',
  close: 'Close',
  save: 'Save',
  cancel: 'Cancel',
  youWrote: 'What you wrote',
  companyPicker: 'The company’s name or CVR number',
  decisionIsRight: 'The decision is right',
  decisionIsWrong: 'The decision is wrong',
  crisisCalls: (group) =>
    `${group} A case about a company in crisis has been sent to you. Accept it and call the company now.`,
  openForm: 'Fill in the form',
  failed: (code) =>
    `Something went wrong on our side, and nothing was saved. Please try again in a moment. If it happens again, give the code ${code} to whoever runs Indgang.`,
  showAll: (count) => `Show all ${count}`,
  nothing: 'There is nothing more to show here.',
  tooLongToEdit:
    'The text is too long to be edited in a window of Slack (at most 3,000 characters). It is kept in full. Type "correct description ‹new text›" to replace it.',
  cut: '… read the rest on the case',
  notBindable: {
    'not-in-channel':
      'I am not in this channel, so I could not post cases here. Type /invite @Indgang and try again.',
    'shared-channel':
      'This channel is shared with other organisations, so cases must not be posted here. Choose an internal channel.',
  },
  installed: (team) => `Indgang has been added to ${team}. Type /indgang in Slack to begin.`,
  notServed: (team) =>
    `Indgang is not open to this workspace (${team}), and nothing was saved. If you belong here, ask the operator to add the workspace to the list (SLACK_WORKSPACES).`,
  notInstalled: 'Indgang was not added to Slack. Please start again from the installation link.',
};
