import { runParts } from '../../../words/scoreboard-run.schema.ts';

export type Part = (typeof runParts)[number];
export const allParts: readonly Part[] = runParts;

export type Progress = (done: number, total: number) => void;
