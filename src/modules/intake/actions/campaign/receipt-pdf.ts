import { makePdf, pdfFont } from '#platform/documents/make-pdf.ts';
import type { Action } from '#platform/module/module.ts';
import { ok } from '#platform/result/result.rules.ts';
import type * as routes from '../../words/party.contract.ts';
import { receiptFacts, receiptRows } from './receipt-content.ts';
import { receiptOf } from './receipt-of-party.ts';

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

/** The same receipt as a file to keep. */
export const receiptPdf: Action<typeof routes.getReceiptPdf> = async (context, { params }) => {
  const content = await receiptOf(context, params.partyId);
  if (!content.ok) return content;
  const { language, text, name, campaign, edition, title, footer, watermark } = content.value;
  const bytes = await makePdf(template, {
    title, footer, lang: language === 'en' ? 'en' : 'zh', facts: receiptFacts(content.value), rows: receiptRows(content.value), truth: text('intake.receipt.truth'),
    header: [edition.formNumber, edition.issuer, edition.approvalNumber].filter(Boolean).join(' · ') || name(campaign.form.name),
    heads: ['field', 'value', 'unit', 'explanation'].map((key) => text(`intake.receipt.${key}`)),
    mark: watermark ?? null,
  });
  return ok({ name: `${title}.pdf`, mediaType: 'application/pdf', bytes, level: 'sensitive' });
};
