import type { Module } from '#platform/module/module.ts';
import { strongRuleSubject } from '../store/specialisation.store.ts';
import { specialisationReasons } from '../words/specialisation.contract.ts';
import { cells, picture } from './specialisation/list-cells.ts';
import { industries, regions } from './specialisation/list-lines.ts';
import { createRule, get, listRules } from './specialisation/read-specialisation.ts';
import { relatedIndustries } from './specialisation/relate-industries.ts';
import { shiftShareOf, shiftShares } from './specialisation/shift-share.ts';
import { lineTraceProvider } from './specialisation/trace-line.ts';
import { quotientTraceProvider } from './specialisation/trace-quotient.ts';
import { shiftTraceProvider } from './specialisation/trace-shift.ts';

/** Region by industry tables: location quotients, strong clusters, shift–share, related industries. */
export const specialisationArea = {
  actions: {
    'specialisation.get': get,
    'specialisation.cells': cells,
    'specialisation.picture': picture,
    'specialisation.regions': regions,
    'specialisation.industries': industries,
    'specialisation.related': relatedIndustries,
    'specialisation.shiftShares': shiftShares,
    'specialisation.shiftShare': shiftShareOf,
    'strongRule.list': listRules,
    'strongRule.create': createRule,
  },
  reasons: specialisationReasons,
  subjects: { strongRule: strongRuleSubject },
  traceProviders: [quotientTraceProvider, lineTraceProvider, shiftTraceProvider],
} satisfies Pick<Module, 'actions' | 'reasons' | 'subjects'> & Pick<NonNullable<Module['contributions']>, 'traceProviders'>;
