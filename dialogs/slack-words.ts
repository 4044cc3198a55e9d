import { both } from './say.ts';

/** What only Slack needs said: titles and buttons of its windows (24 characters at most), and its own failures. */
export const SLACK_WORDS = {
  appName: both('Indgang', 'Indgang'),
  wait: both('Et øjeblik …', 'One moment …'),
  close: both('Luk', 'Close'),
  send: both('Send', 'Send'),
  choose: both('Vælg', 'Choose'),
  openForm: both('Udfyld formularen', 'Fill in the form'),
  newEnquiry: both('Ny henvendelse', 'New enquiry'),
  yes: both('Ja', 'Yes'),
  failed: both(
    'Der skete en fejl hos os, og intet er gemt. Prøv igen om lidt. Sker det igen, så oplys koden {code} til den, der driver Indgang.',
    'Something went wrong on our side, and nothing was saved. Please try again in a moment. If it happens again, give the code {code} to whoever runs Indgang.',
  ),
  nothing: both('Her er ikke mere at vise.', 'There is nothing more to show here.'),
  notInChannel: both(
    'Jeg er ikke med i kanalen, så jeg kan ikke sende sager hertil. Skriv /invite @Indgang, og prøv igen.',
    'I am not in this channel, so I could not post cases here. Type /invite @Indgang and try again.',
  ),
  tooLongToEdit: both(
    'Teksten er for lang til at blive rettet i et vindue i Slack (højst 3.000 tegn). Den er gemt i sin fulde længde. Skriv "ret beskrivelse ‹ny tekst›" for at erstatte den.',
    'The text is too long to be edited in a window of Slack (at most 3,000 characters). It is kept in full. Type "correct description ‹new text›" to replace it.',
  ),
  cut: both('… resten kan læses på sagen', '… read the rest on the case'),
  sharedChannel: both(
    'Kanalen er delt med andre organisationer, så sager må ikke sendes hertil. Vælg en intern kanal.',
    'This channel is shared with other organisations, so cases must not be posted here. Choose an internal channel.',
  ),
  installed: both(
    'Indgang er føjet til {team}. Skriv /indgang i Slack for at begynde.',
    'Indgang has been added to {team}. Type /indgang in Slack to begin.',
  ),
  notServed: both(
    'Indgang er ikke åben for dette workspace ({team}), og intet er gemt. Hører I til, så bed driften om at føje workspacet til listen (SLACK_WORKSPACES).',
    'Indgang is not open to this workspace ({team}), and nothing was saved. If you belong here, ask the operator to add the workspace to the list (SLACK_WORKSPACES).',
  ),
  oneWorkspace: both(
    'Indgang føjes til ét workspace ad gangen, ikke til hele organisationen på én gang, og intet er gemt. Begynd forfra, og vælg workspacet.',
    'Indgang is added to one workspace at a time, not to a whole organisation at once, and nothing was saved. Please start again and choose the workspace.',
  ),
  notInstalled: both(
    'Indgang blev ikke føjet til Slack. Begynd forfra fra installationslinket.',
    'Indgang was not added to Slack. Please start again from the installation link.',
  ),
} as const;
