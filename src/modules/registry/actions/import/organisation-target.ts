import type { ImportTarget } from '#platform/module/module.ts';
import { fail, ok } from '#platform/result/result.rules.ts';
import { noteMade } from '../../store/match-decision.store.ts';
import { fillOrganisations, restoreOrganisations } from '../../store/organisation-completion.store.ts';
import { ownPages } from '../../store/imported-pages.store.ts';
import { judgeOrganisations, type JudgedRow } from './organisation-check.ts';
import { organisationImportFields, organisationImportGroups, organisationImportReasons } from './organisation-fields.ts';
import { removeBatch, settlePlaces, writeOrganisations } from './organisation-write.ts';

const written = new Set<string>(organisationImportGroups.filter((group) => group.written).map((group) => group.key));

const lastPart = 'organisation: the part that was checked last';

/** What intake may write into the register of organisations. */
export const organisationTarget: ImportTarget = {
  id: 'organisation',
  label: { zh: '机构', en: 'Organisations' },
  note: { zh: '企业、高校院所、社会组织等名单，按统一社会信用代码认出已有的。', en: 'Lists of firms, institutes and associations; those in the register already are known by their credit code.' },
  permission: 'organisation.create',
  fields: organisationImportFields,
  groups: organisationImportGroups,
  reasons: organisationImportReasons,
  pages: ownPages('organisations'),

  async check(context, rows, pass) {
    const { judged } = await judgeOrganisations(context, rows, pass);
    pass.memory.set(lastPart, new Map(judged.map((row) => [row.row.rowNumber, row])));
    return judged.map(({ verdict }) => verdict);
  },

  /** What the check of the same part found, a moment ago in the same transaction, is what is written. */
  async apply(context, rows, pass) {
    const judged = pass.memory.get(lastPart) as ReadonlyMap<number, JudgedRow> | undefined;
    const ready = rows.flatMap(({ rowNumber }) => judged?.get(rowNumber) ?? []);
    if (ready.length < rows.length) throw new Error('a part is checked before it is written');
    pass.memory.delete(lastPart);
    const created = ready.filter(({ verdict, completion }) => written.has(verdict.group) && completion === null);
    const records = await writeOrganisations(context, created, pass.batchId);
    await noteMade(context.db, created.flatMap(({ verdict: { match } }, at) => (match?.state === 'rejected' ? [{ fingerprint: match.fingerprint, recordId: records[at]?.recordId ?? '' }] : [])));
    const changes = await fillOrganisations(context, ready.flatMap(({ completion }) => completion ?? []));
    for (const change of changes) pass.changed(change);
    const filled = new Set(changes.map(({ recordId }) => recordId));
    const changed = ready.flatMap(({ row, completion }) => (completion && filled.has(completion.organisationId) ? [{ rowNumber: row.rowNumber, recordId: completion.organisationId, effect: 'changed' as const }] : []));
    return { created: records.length, changed: changed.length, left: rows.length - records.length - changed.length, records: [...records, ...changed] };
  },

  async settle(context, rows) {
    const { judged, reference } = await judgeOrganisations(context, rows, null);
    const recordOf = new Map(rows.map((row) => [row.rowNumber, row.recordId]));
    const choices = judged.flatMap(({ row, place }) => {
      const recordId = recordOf.get(row.rowNumber);
      return row.decision?.candidateId && recordId && place.territoryId ? [{ recordId, territoryId: place.territoryId, territories: reference.ancestors.get(place.territoryId) ?? [] }] : [];
    });
    const allowed = choices.every(({ territories }) => context.allows('organisation.update', { visibility: 'open', territories, clusters: [], organisations: [] }));
    if (!allowed) return fail('notAllowed');
    return (await settlePlaces(context.db, choices, context.now)) ? ok(judged.map(({ verdict }) => verdict)) : fail('settledOtherwise');
  },

  restore: restoreOrganisations,
  undo: (context, batchId) => removeBatch(context.db, batchId),
};
