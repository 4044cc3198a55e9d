import { LANGUAGES, type Language } from '../core/vocabulary.ts';
import { type Arguments, BadInput } from './command.ts';

/** The option that names the language of a command's words. */
export const LANGUAGE_OPTION = { language: { type: 'string' } } as const;

/** The language of `--language`: Danish unless it says otherwise. Throws `BadInput`. */
export function languageOf({ values }: Arguments): Language {
  const typed = values.language ?? 'da';
  const language = LANGUAGES.find((known) => known === typed);
  if (!language) throw new BadInput(`--language ${typed}: must be one of ${LANGUAGES.join(', ')}`);
  return language;
}
