import { createElement } from 'react';
import { readTimeZone } from '#modules/calendar/index.ts';
import { formatDay } from '#kernel/quantity/format-words.ts';
import { nameOnMark, printMark } from '#platform/level/print-mark.ts';
import type { Action } from '#platform/module/module.ts';
import { pageAnswer } from '#platform/page-template/render-page.ts';
import { fail, ok } from '#platform/result/result.rules.ts';
import type * as routes from '../../words/form-return.contract.ts';
import { openParty } from '../campaign/party-view.ts';
import { writerOf } from '../campaign/submit.ts';
import { today } from '../campaign/today.ts';
import { FormSheetPage } from './FormSheetPage.tsx';
import { formOfParty, knownOf } from './form-of-party.ts';
import { referenceOf } from './reference.ts';

/** With the newest figures, or empty to be filled in by hand; its code says which. */
export const print: Action<typeof routes.printForm> = async (context, { params, query }) => {
  const opened = await openParty(context, params.partyId);
  if (!opened) return fail('notFound');
  if (!(await writerOf(context, opened))) return fail('notYourLevel');
  const { entries, number } = query.empty === 'true' ? { entries: [], number: 0 } : await knownOf(context, opened);
  const form = { ...(await formOfParty(context, opened, { entries })), reference: referenceOf(context, { partyId: opened.party.id, number }) };
  const { language } = context;
  const text = context.installation.texts(language);
  const sheet = createElement(FormSheetPage, {
    form, text, number,
    footer: text('intake.receipt.footer', { name: nameOnMark(context.actor), day: formatDay(await today(context), language) }),
    watermark: printMark(context.actor, context.now, 'sensitive', { language, timeZone: await readTimeZone(context.db) }) ?? null,
  });
  return ok(pageAnswer(form.title, sheet, 'sensitive'));
};
