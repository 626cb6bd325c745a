import { createElement } from 'react';
import { readTimeZone } from '#modules/calendar/index.ts';
import { formatDay } from '#kernel/quantity/format-words.ts';
import { dayOf } from '#platform/calendar/zoned-time.rules.ts';
import { shownName } from '#platform/i18n/name.schema.ts';
import type { Action } from '#platform/module/module.ts';
import { pageAnswer } from '#platform/page-template/render-page.ts';
import { fail, ok } from '#platform/result/result.rules.ts';
import { lettersOf, spaceName } from '../../store/reporter-link.store.ts';
import type * as routes from '../../words/reporter.contract.ts';
import { lettersMost } from '../../words/reporter.rules.ts';
import { addressOf, secretOf } from './link-secret.ts';
import { LettersPage } from './LettersPage.tsx';

/** One letter a firm, for envelopes: only links that still open something, and only for firms in the reader's reach. */
export const letters: Action<typeof routes.printLetters> = async (context, { params, query }) => {
  const { publicUrl } = context.installation;
  if (publicUrl === null) return fail('noPublicAddress');
  const { language } = context;
  const text = context.installation.texts(language);
  const timeZone = await readTimeZone(context.db);
  const day = (at: string): string => formatDay(dayOf(new Date(at), timeZone), language);
  const found = await lettersOf(context, params.sheetId, query.from, lettersMost);
  const from = shownName(await spaceName(context.db, context.spaceId), language).text;
  const title = text('intake.reporter.letters');
  const sheet = createElement(LettersPage, {
    language, title, text, from,
    letters: found.map((letter) => ({
      id: letter.id, address: addressOf(publicUrl, secretOf(context, letter.id)), organisation: shownName(letter.organisation, language).text, code: letter.code, name: letter.name,
      campaign: letter.campaign ? shownName(letter.campaign, language).text : null, due: letter.dueAt ? day(letter.dueAt) : null, until: day(letter.expiresAt),
    })),
  });
  return ok(pageAnswer(title, sheet, 'sensitive'));
};
