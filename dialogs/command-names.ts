/** Commands that are the whole line. A longer line is no command: `ny maskine` is a need. */
export type WholeLineCommand =
  | 'new'
  | 'guided'
  | 'help'
  | 'greet'
  | 'settings'
  | 'cancel'
  | 'back'
  | 'disconnect'
  | 'confirm'
  | 'submit'
  | 'edit'
  | 'resume'
  | 'restart'
  | 'list-outreach';

/** Commands followed by an argument. */
export type CommandWithRest =
  | 'log'
  | 'cases'
  | 'case'
  | 'overview'
  | 'correct'
  | 'confirm'
  | 'override'
  | 'lookup'
  | 'language'
  | 'connect'
  | 'disconnect'
  | 'admit'
  | 'act-as'
  | 'look-outreach'
  | 'plan-outreach'
  | 'made-outreach'
  | 'clear-outreach'
  | 'object-outreach'
  | 'cancel-outreach'
  | 'show-outreach';
