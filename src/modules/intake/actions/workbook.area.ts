import type { Module } from '#platform/module/module.ts';
import { subjectLoader } from '#platform/module/subject-loader.ts';
import { returnFacts } from '../store/form-return.store.ts';
import { returnReasons } from '../words/form-return.contract.ts';
import * as scan from './workbook/file-scan.ts';
import { print } from './workbook/print-form.ts';
import * as send from './workbook/send-forms.ts';
import * as take from './workbook/take-forms.ts';

/** Forms that travel as workbooks and on paper. */
export const workbookArea = {
  actions: {
    'party.workbook': send.workbook, 'campaign.workbooks': send.workbooks, 'party.sheet': print, 'party.fill': take.fill,
    'workbookReturn.create': take.bring, 'workbookReturn.list': take.list, 'workbookReturn.submit': take.submit, 'workbookReturn.marked': take.marked, 'workbookReturn.discard': take.discard,
    'stampScan.create': scan.file, 'stampScan.list': scan.list,
  },
  reasons: returnReasons,
  subjects: { workbookReturn: subjectLoader(returnFacts, 'campaign.read') },
} satisfies Pick<Module, 'actions' | 'reasons' | 'subjects'>;
