/** A wrong setting. The message names the variable and what would be right, never its value, which may be a secret. */
export class ConfigError extends Error {
  constructor(problem: string) {
    super(problem);
    this.name = 'ConfigError';
  }
}
