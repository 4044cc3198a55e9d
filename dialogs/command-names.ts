/** Commands that are the whole line. Anything more on the line makes it no command: `ny maskine` is a need. */
export type WholeLineCommand =
  | 'new'
  | 'guided'
  | 'help'
  | 'greet'
  | 'cancel'
  | 'back'
  | 'disconnect'
  | 'confirm'
  | 'submit'
  | 'edit'
  | 'resume'
  | 'restart';

/** Commands that take something more. */
export type CommandWithRest =
  | 'log'
  | 'cases'
  | 'case'
  | 'correct'
  | 'confirm'
  | 'override'
  | 'lookup'
  | 'language'
  | 'connect'
  | 'disconnect'
  | 'admit'
  | 'act-as';
