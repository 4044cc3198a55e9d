import { sentencesIn } from '../../dialogs/sentences.ts';
import type { LocalNotes } from '../../src/core/case/local-notes.ts';
import type { Language } from '../../src/core/vocabulary.ts';
import type { Block } from '../view.ts';
import { facts } from './parts.ts';

/** What the municipality has agreed: whom to turn to at the Erhvervshus, and what it puts first. */
export function localBlocks(local: LocalNotes | undefined, language: Language): Block[] {
  if (!local) return [];
  const { settings } = sentencesIn(language);
  return facts([
    [settings.label.houseContact, local.houseContact?.name],
    [settings.label.priorities, local.priorities.join(' · ')],
  ]);
}
