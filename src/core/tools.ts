import { SELF_HELP_TOOLS } from './triage/decision.ts';

/** The tools that are registered by name: those for self-help, and what consultants use besides. */
export const TOOLS = [...SELF_HELP_TOOLS, 'lean-startup'] as const;
export type Tool = (typeof TOOLS)[number];

/** The tool that brings out focus areas. */
export const GROWTH_WHEEL: Tool = 'vaeksthjulet';
