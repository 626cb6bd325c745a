import type { Method } from '../method/method.ts';
import { attackOperation, auditOperation } from './audit.operation.ts';
import { primaryOperation, secondaryOperation } from './suppress.operation.ts';

/** Keeps a table from telling of one contributor, and tries to break what was kept. */
export const disclosure: Method = {
  id: 'disclosure',
  version: '1.0.0',
  title: 'Statistical disclosure control of two-way tables with totals',
  operations: { primary: primaryOperation, secondary: secondaryOperation, audit: auditOperation, attack: attackOperation },
};
