/** Documents of the workspaces that have installed the Slack app, where several processes must share them. */
export interface InstallStore {
  get(team: string): Promise<string | undefined>;
  /** Adds the document of a workspace, or replaces the one it had. */
  save(team: string, document: string): Promise<void>;
  remove(team: string): Promise<void>;
}
