import type { Module } from '#platform/module/module.ts';
import { matchReasons } from '../words/match.contract.ts';
import { decide, undo } from './match/decide-matches.ts';
import { list, listDecided, tally } from './match/list-matches.ts';

/** The desk where a person says which organisation a row is, and the memory of what was said. */
export const matchArea = {
  actions: { 'importMatch.list': list, 'importMatch.tally': tally, 'importMatch.decide': decide, 'matchDecision.list': listDecided, 'matchDecision.undo': undo } satisfies Module['actions'],
  reasons: matchReasons,
};
