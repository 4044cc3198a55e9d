/** The tab of the app that shows the board (`manifest/teams`): every page opens in it. */
const BOARD_TAB = 'board';

/**
 * The page of a case in the app's tab, as Teams' own link. `appId` is the app's id in the catalogue of the reader's tenant:
 * the id of the manifest opens the tab in some clients only (MicrosoftDocs/msteams-docs#5881).
 */
export function caseLink(appId: string, caseId: string): string {
  const query = new URLSearchParams({
    label: caseId,
    context: JSON.stringify({ subEntityId: `case/${caseId}` }),
  });
  // Teams reads a plus as a plus.
  return `https://teams.microsoft.com/l/entity/${encodeURIComponent(appId)}/${BOARD_TAB}?${`${query}`.replaceAll('+', '%20')}`;
}
