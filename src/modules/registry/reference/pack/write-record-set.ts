import type { Context } from '#platform/module/module.ts';
import { insertChecklist } from '../../store/checklist.store.ts';
import { insertAlias, refreshSearch } from '../../store/alias.store.ts';
import { insertAttribute } from '../../store/source.store.ts';
import { aliasInputSchema, attributeInputSchema, compositionInputSchema, statementInputSchema } from '../../words/statement.schema.ts';
import { openKeyedWriter, type KeyedWriter } from './keyed-writer.ts';
import type { RecordSet } from './pack-types.ts';
import { insertCompositionRows, insertStatementRows } from './many-rows.store.ts';
import { writeClusters, writeLists, writeOrganisations, writePlaces, writeProgrammes } from './write-records.ts';

/** Records written, by kind; all zero when everything was there. */
export type Written = Record<'sources' | 'attributes' | 'checklists' | 'organisations' | 'clusters' | 'places' | 'programmes' | 'lists' | 'statements' | 'compositions', number>;

/**
 * Writes a record set into the current space, in the current transaction. Records that are there already, edited or
 * archived since, stay as they are; running it twice changes nothing. The rows must point only at each other, at
 * territories and industries that exist, and at attributes that are here or in the set.
 */
export async function writeRecordSet(context: Context, set: RecordSet, sample: boolean): Promise<Written> {
  const writer = await openKeyedWriter(context, set.sources, sample);
  const written = {
    sources: writer.newSources,
    attributes: await writeAttributes(writer, set),
    checklists: await writeChecklists(writer, set),
    organisations: await writeOrganisations(writer, set),
    clusters: await writeClusters(writer, set),
    places: await writePlaces(writer, set),
    programmes: await writeProgrammes(writer, set),
    lists: await writeLists(writer, set),
    statements: await writeStatements(writer, set),
    compositions: await writeCompositions(writer, set),
  };
  await writeAliases(writer, set);
  return written;
}

async function writeAttributes({ context }: KeyedWriter, set: RecordSet): Promise<number> {
  let written = 0;
  for (const attribute of set.attributes) if (await insertAttribute(context, attributeInputSchema.parse(attribute))) written += 1;
  return written;
}

async function writeChecklists({ context, sourceOf }: KeyedWriter, set: RecordSet): Promise<number> {
  let written = 0;
  for (const { source, attributes, ...row } of set.checklists) if (await insertChecklist(context, { ...row, sourceId: sourceOf(source), attributeKeys: attributes })) written += 1;
  return written;
}

async function writeStatements({ context, missing, subjectOf, sourceOf, sample }: KeyedWriter, set: RecordSet): Promise<number> {
  const rows = await missing('statement', set.statements, ({ subject, attributeKey, period, source, value, text }) => [subject.kind, subject.key, attributeKey, period, source, value, text].join('/'));
  const inputs = rows.map(({ row: { subject, source, ...row }, id }) => ({ ...statementInputSchema.parse({ ...row, ...subjectOf(subject), sourceId: sourceOf(source) }), id }));
  await insertStatementRows(context, inputs, sample);
  return inputs.length;
}

async function writeCompositions({ context, missing, subjectOf, sourceOf, sample }: KeyedWriter, set: RecordSet): Promise<number> {
  const rows = await missing('composition', set.compositions, ({ subject, title, period }) => [subject.kind, subject.key, title.zh, period].join('/'));
  const inputs = rows.map(({ row: { subject, source, ...row }, id }) => ({ ...compositionInputSchema.parse({ ...row, ...subjectOf(subject), sourceId: sourceOf(source) }), id }));
  await insertCompositionRows(context, inputs, sample);
  return inputs.length;
}

async function writeAliases({ context, idOf, subjectOf }: KeyedWriter, set: RecordSet): Promise<void> {
  for (const { subject, ...row } of set.aliases) {
    const alias = aliasInputSchema.parse({ ...row, ...subjectOf(subject) });
    const isNew = await insertAlias(context.db, { ...alias, id: idOf('alias', `${alias.subjectId}/${alias.name}`) });
    if (isNew) await refreshSearch(context.db, alias.subjectKind, alias.subjectId);
  }
}
