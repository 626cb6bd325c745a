/** What is computed beside scores and ranks. */
export type Part = 'intervals' | 'sensitivity' | 'without' | 'correlations';
export const allParts: readonly Part[] = ['intervals', 'sensitivity', 'without', 'correlations'];

export type Progress = (done: number, total: number) => void;
