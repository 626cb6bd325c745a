import { recordSearches } from '../store/record-search.ts';
import type { Area } from './area.ts';
import { compositionTrace } from './figure/composition-trace.ts';
import { countTraces } from './figure/count-trace.ts';
import { registryHomeItems } from './figure/home-items.ts';
import { recordFigures } from './figure/record-figures.ts';
import { statementTrace } from './figure/statement-trace.ts';

/** What the records offer to search, figures, traces and the home page. */
export const figureArea: Area = {
  actions: {},
  contributions: { searchSources: recordSearches, traceProviders: [...countTraces, statementTrace, compositionTrace], summaryFigures: recordFigures, homeItems: [registryHomeItems] },
};
