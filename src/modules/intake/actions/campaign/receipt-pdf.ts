import { makePdf, pdfFont } from '#platform/documents/make-pdf.ts';
import { dayOf } from '#platform/calendar/zoned-time.rules.ts';
import { formatDay } from '#kernel/quantity/format-words.ts';
import { readTimeZone } from '#modules/calendar/index.ts';
import { shownName, type Name } from '#platform/i18n/name.schema.ts';
import { nameOnMark, printMark } from '#platform/level/print-mark.ts';
import type { Action } from '#platform/module/module.ts';
import { fail, ok } from '#platform/result/result.rules.ts';
import { releasesOf, valuesOf } from '../../store/submission.store.ts';
import type * as routes from '../../words/party.contract.ts';
import { purposeOf, throughGate } from './party-reader.ts';
import { openParty, submissionsOf } from './party-view.ts';
import { receiptFacts, receiptRows } from './receipt-content.ts';
import { today } from './today.ts';

const template = `#let receipt = json(bytes(sys.inputs.data))
#set document(title: receipt.title)
#set page(paper: "a4", margin: (x: 20mm, y: 22mm), header: text(size: 8pt, fill: luma(90), receipt.header), footer: text(size: 8pt, fill: luma(90), receipt.footer), foreground: if receipt.mark == none { none } else { rotate(-30deg, text(size: 22pt, fill: luma(80%, 45%), receipt.mark)) })
#set text(font: "${pdfFont}", size: 10pt, lang: receipt.lang)
#text(size: 16pt, weight: "bold", receipt.title)
#v(4pt)
#grid(columns: (34mm, 1fr), row-gutter: 7pt, ..receipt.facts.map(fact => (text(fill: luma(90), fact.at(0)), fact.at(1))).flatten())
#v(6pt)
#table(columns: (1fr, auto, auto, 1fr), stroke: (x, y) => (bottom: 0.4pt + luma(190)), align: (x, y) => if x == 1 { right } else { left },
  table.header(..receipt.heads.map(head => text(weight: "bold", head))),
  ..receipt.rows.flatten())
#v(4pt)
#text(size: 9pt, fill: luma(90), receipt.truth)`;

/** The same receipt as a file to keep: what was sent, when, by whom, under which number. */
export const receiptPdf: Action<typeof routes.getReceiptPdf> = async (context, { params }) => {
  const opened = await openParty(context, params.partyId);
  if (!opened) return fail('notFound');
  const { party, campaign, edition } = opened;
  const submission = (await submissionsOf(context, party.id))[0];
  if (!submission) return fail('nothingSubmitted');
  const { language } = context;
  const text = context.installation.texts(language);
  const timeZone = await readTimeZone(context.db);
  const { purpose } = await purposeOf(context, party);
  const [releases, day] = [await releasesOf(context.db, party.id), await today(context)];
  const values = (await valuesOf(context.db, submission.id)).map((value) => throughGate(value, purpose, releases, day));
  const name = (given: Name | null): string => (given ? shownName(given, language).text : '—');
  const title = text('intake.receipt.title', { campaign: name(campaign.name), period: campaign.period });
  const content = { language, text, name, party, campaign, edition, submission, values, at: formatDay(dayOf(new Date(submission.submittedAt), timeZone), language, 'table') };
  const bytes = await makePdf(template, {
    title, lang: language === 'en' ? 'en' : 'zh', facts: receiptFacts(content), rows: receiptRows(content), truth: text('intake.receipt.truth'),
    header: [edition.formNumber, edition.issuer, edition.approvalNumber].filter(Boolean).join(' · ') || name(campaign.form.name),
    footer: text('intake.receipt.footer', { name: nameOnMark(context.actor), day: formatDay(day, language) }),
    heads: ['field', 'value', 'unit', 'explanation'].map((key) => text(`intake.receipt.${key}`)),
    mark: printMark(context.actor, context.now, 'sensitive', { language, timeZone }) ?? null,
  });
  return ok({ name: `${title}.pdf`, mediaType: 'application/pdf', bytes, level: 'sensitive' });
};
