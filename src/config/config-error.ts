/** A setting that is not what it must be: names the variable and what would be right, never what it is. */
export class ConfigError extends Error {
  constructor(problem: string) {
    super(problem);
    this.name = 'ConfigError';
  }
}
