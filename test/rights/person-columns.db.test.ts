import { describe, expect, it } from 'vitest';
import { modules } from '#modules/index.ts';
import { collect } from '#platform/module/collect.ts';
import { freshDatabase } from '#platform/testing/test-database.ts';

/** Open things in somebody's name, by the kind of holding that passes them on or ends them. */
const held: Readonly<Record<string, string>> = {
  'api_key.person_id': 'apiKey',
  'approval.requested_by': 'approval',
  'approval.requested_for': 'approval',
  'deputy.deputy_id': 'deputy',
  'deputy.holder_id': 'deputy',
  'import_batch.created_by': 'importBatch',
  'invitation.person_id': 'invitation',
  'mandate.person_id': 'mandate',
  'post_holding.person_id': 'postHolding',
  'saved_view.owner_id': 'savedView',
  'session.account_id': 'session',
};

/** Columns that name a person without leaving anything open, each with its reason. */
const past = 'who did it: history keeps the name';
const own = 'the account itself: without a mandate it opens nothing';
const reading = 'what somebody was told or how they like to be told; a duty behind it is passed on by its own holding';
const settled: Readonly<Record<string, string>> = {
  'account_identity.account_id': own,
  'account_space.account_id': own,
  'person.account_id': own,
  'recovery_code.account_id': own,
  'second_factor.account_id': own,
  'idempotency_key.account_id': 'an answer kept for a repeat, for a day',
  'session.acting_deputy_id': 'not a person: the deputyship, which is held',
  'approval.concerned': 'who may not decide',
  'approval.decided_by': past,
  'approval.decided_for': past,
  'api_key.revoked_by': past,
  'audit_entry.person_id': past,
  'audit_entry.for_person_id': past,
  'campaign.signed_off_by': past,
  'match_decision.decided_by': past,
  'campaign_summary.created_by': 'the sheet belongs to the level, not to who made it',
  'campaign_summary.decided_by': past,
  'campaign_summary.submitted_by': past,
  'classification_verdict.decided_by': past,
  'comment.author_id': past,
  'comment.mentions': 'who was told; the comment hangs on its record',
  'comment.removed_by': past,
  'comment.resolved_by': past,
  'alarm_rule_edition.created_by': past,
  'warning_step.done_by': past,
  'data_asset.owner_id': 'an organisation',
  'data_asset_move.moved_by': past,
  'data_request.asked_by': 'a request counts for its organisation; its answer goes to whoever asked',
  'data_request.decided_by': past,
  'diagnosis_entry.written_by': past,
  'stage_opinion.judged_by': past,
  'stage_opinion.withdrawn_by': past,
  'stage_rule.created_by': past,
  'stage_verdict.computed_by': past,
  'stamp_scan.scanned_by': past,
  'workbook_return.created_by': 'a returned workbook belongs to its campaign: whoever holds the level reports it',
  'reporter_claim.decided_by': past,
  'reporter_contact.created_by': past,
  'reporter_contact.person_id': 'who the contact became; what they hold is a mandate, which is held',
  'reporter_link.made_by': past,
  'deputy.ended_by': past,
  'deputy.named_by': past,
  'export_request.person_id': 'an export asked for once; while it waits it is an approval, which is held',
  'file.removed_by': past,
  'file_quota.updated_by': past,
  'file_version.uploaded_by': past,
  'invitation.invited_by': past,
  'job.person_id': 'who started work that the installation itself does',
  'leaving.person_id': 'the leaving itself',
  'leaving.started_by': past,
  'leaving.finished_by': past,
  'leaving_line.successor_id': 'a plan that does nothing before the successor signs',
  'leaving_signature.person_id': past,
  'leaving_signature.signed_by': past,
  'mandate.ended_by': past,
  'mandate.granted_by': past,
  'notice.by_person_id': past,
  'notice.person_id': reading,
  'notice_choice.person_id': reading,
  'notice_delivery.person_id': reading,
  'notice_outbox.by_person_id': past,
  'observation.entered_by': past,
  'observation.released_for': 'purposes, no person',
  'observation_choice.chosen_by': past,
  'scoreboard_run.computed_by': past,
  'growth_statement.entered_by': past,
  'growth_statement.released_for': 'purposes, no person',
  'series_break.entered_by': past,
  'series_splice.chosen_by': past,
  'organisation_merge.merged_by': past,
  'post_holding.ended_by': past,
  'post_holding.named_by': past,
  'k_density.asked_by': 'a result only its asker reads, as their rights were',
  'saved_view_choice.person_id': 'how somebody likes to see a list',
  'security_policy.updated_by': past,
  'statement.entered_by': past,
  'submission.submitted_by': past,
  'submission_decision.decided_by': past,
  'submission_draft.updated_by': 'the draft belongs to the organisation; every representative goes on with it',
  'submission_release.released_by': past,
  'submission_use.person_id': past,
  'statement_choice.chosen_by': past,
};

describe('columns that name a person', () => {
  it('belong to a holding that leaving passes on, or have a reason why nothing stays open in them', async () => {
    const database = await freshDatabase();
    const { rows } = await database.ownerPool.query<{ name: string }>(`
      select c.table_name || '.' || c.column_name as name from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
      where c.table_schema = 'public' and t.table_type = 'BASE TABLE' and c.data_type in ('uuid', 'ARRAY')
        and (c.column_name ~ '(^|_)(person|account|holder|deputy|owner|author|successor|assignee|reader|member|user)_?(id|ids)?$' or c.column_name ~ '_(by|for)$' or c.column_name in ('concerned', 'mentions'))
        and not (c.table_name = 'person' and c.column_name = 'id')
      union
      select k.conrelid::regclass::text || '.' || a.attname from pg_constraint k cross join unnest(k.conkey) as number join pg_attribute a on a.attrelid = k.conrelid and a.attnum = number
      where k.contype = 'f' and k.confrelid in ('person'::regclass, 'account'::regclass) and a.attname <> 'space_id' order by 1`);
    const found = rows.map((row) => row.name);
    expect(found.filter((name) => !held[name] && !settled[name])).toEqual([]);
    expect([...Object.keys(held), ...Object.keys(settled)].filter((name) => !found.includes(name))).toEqual([]);
    const kinds = new Set(collect(modules).contributions.holdings.map((holding) => holding.kind));
    expect(Object.values(held).filter((kind) => !kinds.has(kind))).toEqual([]);
    expect([...kinds].filter((kind) => !Object.values(held).includes(kind))).toEqual([]);
  });
});
