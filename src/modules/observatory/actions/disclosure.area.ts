import type { Module } from '#platform/module/module.ts';
import { disclosureRuleSubject, tableEditionSubject } from '../store/disclosure.store.ts';
import { disclosureReasons } from '../words/disclosure.contract.ts';
import { create, createRule, get, hiddenCells, list, listRules, preview } from './disclosure/publish-edition.ts';

/** What is published of tables that only their office sees whole. */
export const disclosureArea = {
  actions: {
    'disclosureRule.list': listRules,
    'disclosureRule.create': createRule,
    'tableEdition.list': list,
    'tableEdition.get': get,
    'tableEdition.cells': hiddenCells,
    'tableEdition.preview': preview,
    'tableEdition.create': create,
  },
  reasons: disclosureReasons,
  subjects: { disclosureRule: disclosureRuleSubject, tableEdition: tableEditionSubject },
} satisfies Pick<Module, 'actions' | 'reasons' | 'subjects'>;
