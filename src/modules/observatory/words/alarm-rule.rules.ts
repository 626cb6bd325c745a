import type { AlarmTest } from './alarm-rule.schema.ts';

/** What a test reads, by the place it has among the tests of its rule. */
export function factOf(test: AlarmTest, at: number): string {
  const number = at + 1;
  switch (test.kind) {
    case 'threshold': return 'value';
    case 'change': return `change${number}`;
    case 'rank': return `places${number}`;
    case 'share': return `share${number}`;
    case 'trend': return `chance${number}`;
  }
}

/** The test as the rule engine reads it. */
export function expressionOf(test: AlarmTest, at: number): string {
  const fact = factOf(test, at);
  switch (test.kind) {
    case 'rank': return `${fact} >= ${test.places}`;
    case 'trend': return `${fact} < ${test.alpha}`;
    default: return `${fact} ${test.operator} ${test.bound}`;
  }
}
