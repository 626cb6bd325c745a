import { canTransition, defineLifecycle, type TransitionVerdict } from '#platform/lifecycle/lifecycle.rules.ts';
import { collectors } from './form.rules.ts';
import { summaryStates, type SummaryState } from './summary.schema.ts';

/** A sheet goes to the level above, which takes it or gives it back; a new one takes the place of a returned one. */
export const summaryLifecycle = defineLifecycle<SummaryState>({
  initial: 'draft',
  states: summaryStates,
  transitions: [
    { verb: 'submit', from: ['draft'], to: 'submitted', roles: collectors },
    { verb: 'accept', from: ['submitted'], to: 'accepted', roles: collectors },
    { verb: 'return', from: ['submitted'], to: 'returned', roles: collectors },
  ],
});

export type SummaryVerb = 'submit' | 'accept' | 'return';
export const canStepSummary = (state: SummaryState, verb: SummaryVerb): TransitionVerdict<SummaryState> => canTransition(summaryLifecycle, state, verb, collectors);
