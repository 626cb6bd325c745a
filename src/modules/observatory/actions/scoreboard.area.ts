import type { Module } from '#platform/module/module.ts';
import { scoreboardReasons } from '../words/scoreboard.contract.ts';

/** Trees of indicators, runs with rank intervals, published editions. */
export const scoreboardArea = {
  actions: {},
  reasons: scoreboardReasons,
} satisfies Pick<Module, 'actions' | 'reasons'>;
