import type { Module } from '#platform/module/module.ts';
import { warningReasons } from '../words/warning.contract.ts';

/** Alarm rules on indicators, and the warnings they raise. */
export const warningArea = {
  actions: {},
  reasons: warningReasons,
} satisfies Pick<Module, 'actions' | 'reasons'>;
