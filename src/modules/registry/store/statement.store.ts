import { sql } from 'kysely';
import type { Context } from '#platform/module/module.ts';
import type { SubjectKind } from '../words/record.schema.ts';
import { displayOf, type Choice, type Claim } from '../words/statement.rules.ts';
import type { Statement, StatementInput } from '../words/statement.schema.ts';
import { sourceJson } from './source.store.ts';

type Row = Omit<Statement, 'shown' | 'disputed'>;

export interface Subject {
  kind: SubjectKind;
  id: string;
}
/** A statement as stored, with what the display rule says of it among those this reader may see. */
export type ShownStatement = Statement;

const columns = sql`statement.id, statement.version, statement.visibility, statement.sample, statement.subject_kind as "subjectKind", statement.subject_id as "subjectId",
  jsonb_build_object('key', attribute.key, 'name', attribute.name, 'unit', attribute.unit, 'definition', attribute.definition) as attribute,
  statement.operator, statement.value_text as value, statement.text, statement.unit, statement.scope_note as "scopeNote", statement.period, ${sourceJson} as source, statement.quote,
  (select coalesce(person.name ->> 'zh', person.name ->> 'en') from person where person.id = statement.entered_by) as "enteredBy", statement.entered_at as "enteredAt"`;
const from = sql`from statement join attribute on attribute.space_id = statement.space_id and attribute.key = statement.attribute_key
  join source on source.space_id = statement.space_id and source.id = statement.source_id`;

export const claimOf = (row: Omit<Statement, 'shown' | 'disputed'>): Claim => ({
  id: row.id,
  attributeKey: row.attribute.key,
  period: row.period,
  operator: row.operator,
  value: row.value,
  text: row.text,
  unit: row.unit ?? row.attribute.unit,
  sourceKind: row.source.kind,
  publishedOn: row.source.publishedOn,
  enteredAt: row.enteredAt,
});

/** Every statement about a record; internal ones only where `seesInternal`. Shown ones come first in their group. */
export async function listStatementRows(context: Context, subject: Subject, seesInternal: boolean): Promise<ShownStatement[]> {
  const { rows } = await sql<Row>`
    select ${columns} ${from} where statement.subject_kind = ${subject.kind} and statement.subject_id = ${subject.id} and (statement.visibility = 'open' or ${seesInternal})
    order by statement.attribute_key, statement.period desc nulls last, statement.id`.execute(context.db);
  const display = displayOf(rows.map(claimOf), await choicesOf(context, subject));
  const shown = rows.map((row) => ({ ...row, shown: 'other' as const, disputed: false, ...display.get(row.id) }));
  const group = (row: Row) => `${row.attribute.key} ${row.period ?? ''}`;
  return shown.toSorted((a, b) => (group(a) === group(b) ? Number(a.shown === 'other') - Number(b.shown === 'other') : 0));
}

/** The decisions in force: the newest of each attribute and period. */
async function choicesOf(context: Context, subject: Subject): Promise<Choice[]> {
  const { rows } = await sql<Choice>`
    select distinct on (attribute_key, period) attribute_key as "attributeKey", nullif(period, '') as period, statement_id as "statementId"
    from statement_choice where subject_kind = ${subject.kind} and subject_id = ${subject.id} order by attribute_key, period, chosen_at desc, id desc`.execute(context.db);
  return rows;
}

export async function subjectOfStatement(context: Context, id: string): Promise<(Subject & { visibility: 'open' | 'internal' }) | null> {
  const { rows } = await sql<Subject & { visibility: 'open' | 'internal' }>`select subject_kind as kind, subject_id as id, visibility from statement where id = ${id}::uuid`.execute(context.db);
  return rows[0] ?? null;
}

export async function insertStatement(context: Context, input: StatementInput, unit: string, sample = false): Promise<string> {
  const id = context.newId();
  await sql`insert into statement (space_id, id, visibility, sample, subject_kind, subject_id, attribute_key, operator, value, value_text, text, unit, scope_note, period, source_id, quote, entered_by, entered_at)
    values (${context.spaceId}, ${id}, ${input.visibility}, ${sample}, ${input.subjectKind}, ${input.subjectId}, ${input.attributeKey}, ${input.operator}, ${input.value}::numeric, ${input.value}, ${input.text},
      ${unit}, ${input.scopeNote}, ${input.period}, ${input.sourceId}, ${input.quote}, ${context.actor.personId}, ${context.now})`.execute(context.db);
  return id;
}

export async function insertChoice(context: Context, statement: Statement, reason: string): Promise<void> {
  await sql`insert into statement_choice (space_id, id, subject_kind, subject_id, attribute_key, period, statement_id, reason, chosen_by, chosen_at)
    values (${context.spaceId}, ${context.newId()}, ${statement.subjectKind}, ${statement.subjectId}, ${statement.attribute.key}, ${statement.period ?? ''}, ${statement.id}, ${reason},
      ${context.actor.personId}, ${context.now})`.execute(context.db);
}
