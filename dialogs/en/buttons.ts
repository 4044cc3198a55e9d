import type { buttons as da } from '../da/buttons.ts';

export const buttons: typeof da = {
  newEnquiry: 'New enquiry',
  guided: 'One question at a time',
  myCases: 'My cases',
  help: 'Help',
  thisLanguage: 'English',
  showWholeCase: 'Show the whole case',
  showCase: 'Show the case',
  cancel: 'Cancel',
  treatAsCrisis: 'Treat as a crisis',
};
