import { createElement } from 'react';
import type { Action } from '#platform/module/module.ts';
import { pageAnswer } from '#platform/page-template/render-page.ts';
import { ok } from '#platform/result/result.rules.ts';
import type * as routes from '../../words/party.contract.ts';
import { Receipt } from './Receipt.tsx';
import { receiptOf } from './receipt-of-party.ts';

/** The receipt as a page to print. */
export const receipt: Action<typeof routes.printReceipt> = async (context, { params }) => {
  const content = await receiptOf(context, params.partyId);
  return content.ok ? ok(pageAnswer(content.value.title, createElement(Receipt, content.value), 'sensitive')) : content;
};
