import type { z } from 'zod';
import { exportRequestSchema, levelPolicySchema } from '#modules/system/words/level.schema.ts';
import { mandateSchema, personSchema } from '#modules/identity/identity.schema.ts';
import { approvalSummarySchema } from '#modules/identity/words/approval.schema.ts';
import { channelSchema, deliverySchema, noticeChoiceSchema, noticePolicySchema, noticeSchema } from '#modules/notice/notice.schema.ts';
import { jobSchema } from '#modules/system/system.schema.ts';
import { commentSchema } from '#modules/record/words/comment.schema.ts';
import { fileSchema, fileVersionSchema } from '#modules/record/words/file.schema.ts';
import { viewSchema } from '#modules/record/words/view.schema.ts';
import { postHoldingSchema, postSchema } from '#modules/identity/words/post.schema.ts';
import { apiKeySchema, securityPolicySchema } from '#modules/identity/words/security.schema.ts';
import { deputySchema } from '#modules/identity/words/deputy.schema.ts';
import { calendarDaySchema, deadlineSchema } from '#modules/calendar/calendar.schema.ts';
import { kDensitySchema } from '#modules/observatory/words/k-density.schema.ts';
import { assetSchema, dataRequestSchema } from '#modules/intake/words/asset.schema.ts';
import { disclosureRuleSchema, tableEditionSchema } from '#modules/observatory/words/disclosure.schema.ts';
import { strongRuleSchema } from '#modules/observatory/words/specialisation.schema.ts';
import { crossTableSummarySchema } from '#modules/indicator/words/cross-table.schema.ts';
import { indicatorSchema, vintageSchema } from '#modules/indicator/words/indicator.schema.ts';
import { observationSchema } from '#modules/indicator/words/observation.schema.ts';
import { breakSchema, growthSchema } from '#modules/indicator/words/reading.schema.ts';
import { diagnosisEntrySchema } from '#modules/observatory/words/diagnosis.schema.ts';
import { alarmEditionSchema, alarmRuleSchema } from '#modules/observatory/words/alarm-rule.schema.ts';
import { warningSchema, warningStepSchema } from '#modules/observatory/words/warning.schema.ts';
import { opinionSchema, stageRuleSchema, stageVerdictSchema } from '#modules/observatory/words/stage.schema.ts';
import { runSummarySchema } from '#modules/observatory/words/scoreboard-run.schema.ts';
import { editionSchema as scoreboardEditionSchema, scoreboardSchema } from '#modules/observatory/words/scoreboard.schema.ts';
import { importMatchSchema, matchDecisionSchema } from '#modules/intake/words/match.schema.ts';
import { batchSchema, importRowSchema } from '#modules/intake/words/import.schema.ts';
import { editionSchema, formSummarySchema } from '#modules/intake/words/form.schema.ts';
import { campaignSchema } from '#modules/intake/words/campaign.schema.ts';
import { claimSchema } from '#modules/intake/words/claim.schema.ts';
import { contactSchema } from '#modules/intake/words/reporter.schema.ts';
import { partySummarySchema, releaseSchema, reportedValueSchema, submissionSummarySchema } from '#modules/intake/words/party.schema.ts';
import { campaignSummarySheetSchema } from '#modules/intake/words/summary.schema.ts';
import { clusterOrganisationSchema, clusterSchema, membershipSchema, seatSchema, subOrganisationSchema } from '#modules/registry/words/cluster.schema.ts';
import { listSummarySchema, programmeSchema, titleSchema } from '#modules/registry/words/list.schema.ts';
import { organisationSchema, siteSchema } from '#modules/registry/words/organisation.schema.ts';
import { placeSchema } from '#modules/registry/words/place.schema.ts';
import { aliasSchema, sourceSchema, statementSchema } from '#modules/registry/words/statement.schema.ts';

export interface Pair {
  table: string;
  entity: z.ZodObject;
  /** Fields of the entity that are not one column of the same name, each with its reason. */
  computed: Record<string, string>;
  /** Columns that the entity does not show, each with its reason. */
  hidden: Record<string, string>;
}

const search = { search_text: 'for search', grams: 'for search', sort_name: 'for sorting' };
const imported = { batch_id: 'where it was imported' };
const touched = { ...imported, updated_at: 'whether it changed since' };
const rooted = { territories: 'for scope filters', ...search };

/** Entity–table pairs, with every deliberate difference written down. */
export const pairs: readonly Pair[] = [
  {
    table: 'organisation',
    entity: organisationSchema,
    computed: { territory: 'territory_id with its name', industry: 'industry_id with its name', territoryPath: 'from territories', sites: 'organisation_site', mergedInto: 'merged_into with its name' },
    hidden: { ...rooted, match_keys: 'for matching', industries: 'for filters', territory_id: 'territory', industry_id: 'industry', merged_into: 'mergedInto', batch_id: 'where it was imported', batch_version: 'whether it changed since' },
  },
  { table: 'organisation_site', entity: siteSchema, computed: { territory: 'territory_id with its name', place: 'place_id with its name, where the reader may see it', drawnLongitude: 'from the pin and its verdict', drawnLatitude: 'from the pin and its verdict' }, hidden: { organisation_id: 'the organisation holds its sites', position: 'order in the list', ...imported } },
  {
    table: 'cluster',
    entity: clusterSchema,
    computed: { industries: 'cluster_industry', territories: 'cluster_territory', territoryIds: 'territories with their ancestors, for rights on screen', memberCount: 'counted', lists: 'list_entry', mainOrganisation: 'cluster_organisation' },
    hidden: { ...rooted, industries: 'for filters', ...imported, batch_version: 'whether it changed since' },
  },
  { table: 'membership', entity: membershipSchema, computed: { organisation: 'organisation_id with its name', territory: 'of the organisation', membershipClass: 'class', longitude: 'of the organisation', latitude: 'of the organisation' }, hidden: { organisation_id: 'organisation', class: 'membershipClass', granting: 'whether it carries rights', created_at: 'not shown', ...touched } },
  { table: 'cluster_organisation', entity: clusterOrganisationSchema, computed: { organisation: 'organisation_id with its name', host: 'host_id with its name', operator: 'operator_id with its name', alliance: 'alliance_id with its name', supervisor: 'supervisor_id with its name', subOrganisations: 'sub_organisation', bodies: 'body', emptySlots: 'from the bodies' }, hidden: { organisation_id: 'organisation', host_id: 'host', operator_id: 'operator', alliance_id: 'alliance', supervisor_id: 'supervisor', created_at: 'not shown' } },
  { table: 'sub_organisation', entity: subOrganisationSchema, computed: { organisation: 'organisation_id with its name' }, hidden: { organisation_id: 'organisation', cluster_organisation_id: 'the relation holds its sub-organisations', created_at: 'not shown' } },
  { table: 'seat', entity: seatSchema, computed: { organisation: 'organisation_id with its name' }, hidden: { organisation_id: 'organisation', body_id: 'the body holds its seats', ...touched } },
  {
    table: 'place',
    entity: placeSchema,
    computed: { enteredLongitude: 'longitude', enteredLatitude: 'latitude', territory: 'territory_id with its name', operator: 'operator_id with its name', parent: 'parent_id with its name', clusters: 'place_cluster', territoryPath: 'from territories', children: 'places whose parent it is' },
    hidden: { ...rooted, territory_id: 'territory', operator_id: 'operator', parent_id: 'parent', drawn_longitude: 'what a map may draw', drawn_latitude: 'what a map may draw', ...imported, batch_version: 'whether it changed since' },
  },
  {
    table: 'data_asset',
    entity: assetSchema,
    computed: { owner: 'owner_id with its name', territory: 'territory_id with its name', territoryIds: 'territories', source: 'source_id with its title', freshOn: 'the newer of updated_on and the batches of the source', stale: 'freshOn and the cycle', grants: 'data_request', openRequests: 'data_request', origins: 'data_asset_origin', uses: 'data_asset_origin', moves: 'data_asset_move' },
    hidden: { owner_id: 'owner', territory_id: 'territory', territories: 'territoryIds', source_id: 'source', sort_name: 'for sorting' },
  },
  { table: 'data_request', entity: dataRequestSchema, computed: { asset: 'asset_id with its name', organisation: 'organisation_id with its name', own: 'whether the reader asked', mine: 'whether the reader decides', dueAt: 'deadline', late: 'deadline' }, hidden: { asset_id: 'asset', organisation_id: 'organisation', asked_by: 'own', decided_by: 'decidedByName', updated_at: 'not shown' } },
  { table: 'list', entity: listSummarySchema, computed: { entryCount: 'counted', sourceTitle: 'of the source' }, hidden: { ...search, source_id: 'sourceTitle' } },
  { table: 'title', entity: titleSchema, computed: { sourceTitle: 'of the source' }, hidden: { ...imported } },
  { table: 'programme', entity: programmeSchema, computed: { countryRef: 'country with its name' }, hidden: { ...search } },
  { table: 'source', entity: sourceSchema, computed: {}, hidden: { created_at: 'not shown' } },
  {
    table: 'statement',
    entity: statementSchema,
    computed: { attribute: 'attribute_key with its words', source: 'source_id with its words', enteredBy: 'name of the person', shown: 'by rule or decision', disputed: 'compared with its neighbours' },
    hidden: { attribute_key: 'attribute', source_id: 'source', entered_by: 'enteredBy', value_text: 'value as the source wrote it', visibility: 'decides who sees it' },
  },
  { table: 'job', entity: jobSchema, computed: { kindLabel: 'from the kind', done: 'progress_done', total: 'progress_total', secondsLeft: 'from the pace', person: 'person_id with its name', mine: 'compared with the reader' }, hidden: { progress_done: 'done', progress_total: 'total', person_id: 'person' } },
  { table: 'notice', entity: noticeSchema, computed: { byName: 'by_person_id as a name' }, hidden: { outbox_id: 'where it came from', person_id: 'the reader', by_person_id: 'byName', group_key: 'for merging', escalated_at: 'told as a notice of its own', daily: 'for the daily message' } },
  { table: 'notice_channel', entity: channelSchema, computed: { scopeName: 'name of what scope_id points at', waiting: 'counted' }, hidden: { secret: 'never shown' } },
  { table: 'notice_delivery', entity: deliverySchema, computed: { channelName: 'of the channel', channelKind: 'of the channel', personName: 'person_id as a name' }, hidden: { person_id: 'personName', notice_id: 'for the link', cause: 'against writing it twice', claimed_until: 'of the worker', message_id: 'of the worker', sealed: 'a letter until it is sent', over_at: 'of the letter' } },
  { table: 'notice_choice', entity: noticeChoiceSchema, computed: { email: 'of the person', groups: 'from the kinds', locked: 'from the kinds', ways: 'from the channels', space: 'of the policy' }, hidden: { person_id: 'the reader', daily_on: 'of the worker', updated_at: 'not shown' } },
  { table: 'notice_policy', entity: noticePolicySchema, computed: { timeZone: 'of the space' }, hidden: { id: 'there is one', updated_at: 'not shown' } },
  { table: 'calendar_day', entity: calendarDaySchema, computed: {}, hidden: {} },
  { table: 'deadline', entity: deadlineSchema, computed: {}, hidden: { name: 'of the record, for notices', href: 'page of the record', holders: 'who is told when it moves' } },
  { table: 'export_request', entity: exportRequestSchema, computed: { label: 'of the operation', mine: 'compared with the reader' }, hidden: { person_id: 'mine', view_key: 'operation, params, query and format as one' } },
  { table: 'level_policy', entity: levelPolicySchema, computed: { installation: 'of the installation' }, hidden: {} },
  { table: 'alias', entity: aliasSchema, computed: {}, hidden: {} },
  { table: 'file', entity: fileSchema, computed: { current: 'the newest file_version', versionCount: 'counted', preview: 'from the media type' }, hidden: { record_kind: 'in the path', record_id: 'in the path', created_at: 'of the first version', updated_at: 'not shown', removed_by: 'in the history' } },
  { table: 'file_version', entity: fileVersionSchema, computed: { uploadedBy: 'uploaded_by with the name' }, hidden: { file_id: 'the file holds its versions', uploaded_by: 'uploadedBy', purged_at: 'such a version is not shown' } },
  { table: 'comment', entity: commentSchema, computed: { body: 'null once removed', author: 'author_id with the name', mentions: 'with their names', resolvedBy: 'resolved_by with the name', may: 'by rule' }, hidden: { body: 'body', mentions: 'mentions', record_kind: 'in the path', record_id: 'in the path', author_id: 'author', removed_by: 'in the history', resolved_by: 'resolvedBy' } },
  { table: 'saved_view', entity: viewSchema, computed: { owner: 'owner_id with the name', isOwn: 'compared with the reader', isDefault: 'saved_view_choice', isPinned: 'saved_view_choice' }, hidden: { owner_id: 'owner', created_at: 'not shown', updated_at: 'not shown' } },
  { table: 'person', entity: personSchema, computed: { login: 'of the account', state: 'from account and invitation', mandates: 'mandate' }, hidden: { account_id: 'login', archived_at: 'state' } },
  { table: 'security_policy', entity: securityPolicySchema, computed: { updatedBy: 'updated_by with the name', updatedAt: 'null as long as the rules are as shipped' }, hidden: { updated_by: 'updatedBy', updated_at: 'updatedAt' } },
  { table: 'api_key', entity: apiKeySchema, computed: { person: 'person_id with the name', state: 'from the dates' }, hidden: { token_hash: 'never shown', person_id: 'person', revoked_by: 'in the audit' } },
  { table: 'mandate', entity: mandateSchema, computed: { scopeName: 'name of what scope_id points at', state: 'from the period', grantedBy: 'granted_by as a name', personId: 'person_id, or whoever holds the post', postName: 'of the post' }, hidden: { person_id: 'personId', granted_by: 'grantedBy as an id', ended_by: 'in the audit' } },
  { table: 'post', entity: postSchema, computed: { subjectName: 'asked of its room', holder: 'post_holding at the date', next: 'post_holding', mandateCount: 'counted' }, hidden: { created_at: 'not shown', updated_at: 'not shown' } },
  { table: 'post_holding', entity: postHoldingSchema, computed: { person: 'person_id with its name', state: 'from the period' }, hidden: { post_id: 'the post holds its holdings', person_id: 'person', named_by: 'in the audit', named_at: 'in the audit', ended_by: 'in the audit' } },
  { table: 'deputy', entity: deputySchema, computed: { holder: 'holder_id with its name', deputy: 'deputy_id with its name', namedBy: 'named_by with its name', mandateRole: 'of the mandate', state: 'from the period' }, hidden: { holder_id: 'holder', deputy_id: 'deputy', named_by: 'namedBy', ended_by: 'in the audit' } },
  { table: 'approval', entity: approvalSummarySchema, computed: { label: 'of the kind', requested: 'requested_by and requested_for with names', decided: 'decided_by and decided_for with names' }, hidden: { requested_by: 'requested', requested_for: 'requested', decided_by: 'decided', decided_for: 'decided', payload: 'in lines, told by the kind', facts: 'for rights', stamp: 'whether it still stands', concerned: 'who may not decide' } },
  { table: 'indicator', entity: indicatorSchema, computed: { sourceTitle: 'of the source', observationCount: 'counted', subjectCount: 'counted', firstPeriod: 'of the observations', lastPeriod: 'of the observations', formulaTerms: 'from the formula', computed: 'whether there is a formula' }, hidden: { ...search, batch_id: 'where it was imported' } },
  { table: 'growth_statement', entity: growthSchema, computed: { vintageTitle: 'of the vintage', sourceTitle: 'of the source' }, hidden: { entered_by: 'in the audit', batch_id: 'where it was imported', origin_row: 'its line there' } },
  { table: 'series_break', entity: breakSchema, computed: { splice: 'the newest of splices', splices: 'of series_splice' }, hidden: { entered_by: 'in the audit' } },
  { table: 'vintage', entity: vintageSchema, computed: { sourceTitle: 'of the source' }, hidden: { created_at: 'not shown' } },
  {
    table: 'observation',
    entity: observationSchema,
    computed: { subject: 'subject_id with its name', subjectCode: 'of the area or territory', vintage: 'vintage_id with its words', source: 'source_id with its words', shown: 'by rule or decision', disputed: 'compared with its neighbours' },
    hidden: { subject_id: 'subject', period_start: 'for sorting', vintage_id: 'vintage', source_id: 'source', entered_by: 'in the audit' },
  },
  { table: 'cross_table', entity: crossTableSummarySchema, computed: { vintage: 'vintage_id with its words', sourceTitle: 'of the source', edition: 'edition_of and edition_number', areaCount: 'counted', industryCount: 'counted' }, hidden: { ...search, key: 'the name, folded', vintage_id: 'vintage', source_id: 'sourceTitle', edition_of: 'edition', edition_number: 'edition' } },
  { table: 'k_density', entity: kDensitySchema, computed: {}, hidden: { asked_by: 'only the asker reads it' } },
  { table: 'strong_rule', entity: strongRuleSchema, computed: {}, hidden: {} },
  { table: 'disclosure_rule', entity: disclosureRuleSchema, computed: {}, hidden: {} },
  { table: 'table_edition', entity: tableEditionSchema, computed: { table: 'cross_table_id with its name', judgedBy: 'judged_rules' }, hidden: { judged_rules: 'judgedBy', cross_table_id: 'table', series_key: 'which editions belong together', frozen: 'hidden cells, page by page' } },
  { table: 'form', entity: formSummarySchema, computed: { territory: 'territory_id with its name', cluster: 'cluster_id with its name', edition: 'of the newest edition', state: 'of the newest edition', legalBasis: 'of the newest edition', respondent: 'of the newest edition', periodicity: 'of the newest edition', fieldCount: 'counted', formNumber: 'of the newest edition', validUntil: 'of the newest edition', publishedEdition: 'the newest one that is published' }, hidden: { territory_id: 'territory', cluster_id: 'cluster', territories: 'for scope filters', clusters: 'for scope filters', sort_name: 'for sorting', last_edition: 'edition' } },
  { table: 'form_edition', entity: editionSchema, computed: {}, hidden: { form_id: 'the form holds its editions' } },
  {
    table: 'campaign',
    entity: campaignSchema,
    computed: { form: 'form_id with its name', legalBasis: 'of the edition', respondent: 'of the edition', periodicity: 'of the edition', territory: 'territory_id with its name', cluster: 'cluster_id with its name', counts: 'counted', due: 'due_rule', dueSteps: 'of the deadline', isDueProvisional: 'of the deadline', audienceCount: 'counted', mayManage: 'by right' },
    hidden: { form_id: 'form', due_rule: 'due', territory_id: 'territory', cluster_id: 'cluster', territories: 'for scope filters', clusters: 'for scope filters', sort_name: 'for sorting', updated_at: 'not shown', signed_off_by: 'signedOffByName' },
  },
  { table: 'party', entity: partySummarySchema, computed: { territory: 'territory_id with its name', cluster: 'cluster_id with its name', bucket: 'by state and due date', isLate: 'compared with the due date', isOnBehalf: 'of the newest version' }, hidden: { campaign_id: 'the campaign holds its parties', territory_id: 'territory', cluster_id: 'cluster', territories: 'for the board', clusters: 'for scope filters', sort_name: 'for sorting', holders: 'levels', first_submitted_at: 'isLate', accepted_at: 'in the decisions', late_told_on: 'for the clock', updated_at: 'not shown' } },
  { table: 'reporter_claim', entity: claimSchema, computed: { organisation: 'known by its code', reporters: 'confirmed contacts' }, hidden: { contact_id: 'the contact it became', decided_by: 'in the audit' } },
  { table: 'reporter_contact', entity: contactSchema, computed: { organisation: 'name of organisation_id', code: 'of the organisation', linkUntil: 'reporter_link' }, hidden: { person_id: 'the mandate names the person', proved_way: 'says who is one person', batch_id: 'imports', created_by: 'in the audit' } },
  { table: 'submission', entity: submissionSummarySchema, computed: { decisions: 'submission_decision' }, hidden: { party_id: 'the party holds its versions', is_truth_accepted: 'always so', submitted_by: 'submittedByName' } },
  { table: 'submission_value', entity: reportedValueSchema.omit({ text: true }), computed: { field: 'field_key', closed: 'by the gate' }, hidden: { text: 'null where the gate closes it', submission_id: 'the version holds its values', field_key: 'field' } },
  { table: 'submission_release', entity: releaseSchema, computed: {}, hidden: { party_id: 'in the path', released_by: 'releasedByName' } },
  { table: 'campaign_summary', entity: campaignSummarySheetSchema, computed: { holderName: 'name of the holder' }, hidden: { territories: 'for scope filters', clusters: 'for scope filters', created_by: 'createdByName', submitted_by: 'submittedByName', decided_by: 'decidedByName' } },
  {
    table: 'import_batch',
    entity: batchSchema,
    computed: { targetLabel: 'of the target', settles: 'of the target', fields: 'of the target', open: 'in counts', sameFileAs: 'another batch with the same file_hash', source: 'source_id with its title', state: 'the step that runs, else the column', job: 'job_id with its progress', failure: 'with its words' },
    hidden: { territories: 'for scope filters', clusters: 'for scope filters', created_by: 'createdByName', source_id: 'source', mapping_id: 'the mapping is asked for by its own route', updated_at: 'not shown', step: 'state', job_id: 'job', parts: 'how it is walked', state: 'where it stands under a step', failure: 'with its words', stored: 'for the sweep of files' },
  },
  {
    table: 'import_match',
    entity: importMatchSchema,
    computed: { id: 'batch and row number', batch: 'batch_id with its file', alike: 'counted', decidedByName: 'match_decision', decidedAt: 'match_decision', cells: 'import_row.raw under the names of the columns' },
    hidden: { batch_id: 'batch', fingerprint: 'the question, folded' },
  },
  {
    table: 'match_decision',
    entity: matchDecisionSchema,
    computed: { organisation: 'organisation_id or made_id with its name', rejected: 'organisation_id is empty', batch: 'batch_id with its file' },
    hidden: { fingerprint: 'the question, folded', organisation_id: 'organisation', made_id: 'organisation', offered: 'what a none of them speaks of', batch_id: 'batch', decided_by: 'decidedByName' },
  },
  {
    table: 'import_row',
    entity: importRowSchema,
    computed: { page: 'of the record, from the target', id: 'row_number as text', cells: 'raw', group: 'of its verdict', state: 'of its verdict', reasons: 'of its verdict', candidates: 'of its verdict', question: 'of its verdict', recordId: 'of its record', effect: 'of its record' },
    hidden: { batch_id: 'the batch holds its rows', raw: 'cells', faults: 'among the reasons' },
  },
  { table: 'stage_rule', entity: stageRuleSchema, computed: { validUntil: 'the day before the next edition', productDefault: 'the edition that is no row', inForce: 'by the day', createdByName: 'nobody, of the edition that is no row', createdAt: 'never, of the edition that is no row' }, hidden: { created_by: 'createdByName', created_by_name: 'createdByName', created_at: 'createdAt' } },
  {
    table: 'stage_verdict',
    entity: stageVerdictSchema,
    computed: { on: 'on_date', ruleId: 'rule_id, or the edition that is no row', productDefault: 'rule_id is empty', shown: 'of the override in force', dissents: 'counted', opinions: 'stage_opinion', advice: 'of the edition' },
    hidden: { cluster_id: 'in the path', on_date: 'on', rule_id: 'ruleId', computed_by: 'computedByName' },
  },
  { table: 'stage_opinion', entity: opinionSchema, computed: { own: 'judged_by is the actor', inForce: 'by the newest override' }, hidden: { verdict_id: 'the verdict holds its opinions', judged_by: 'judgedByName', withdrawn_by: 'withdrawnByName' } },
  { table: 'diagnosis_entry', entity: diagnosisEntrySchema, computed: {}, hidden: { cluster_id: 'in the path', written_by: 'writtenByName' } },
  {
    table: 'scoreboard',
    entity: scoreboardSchema,
    computed: { territory: 'territory_id with its name', cluster: 'cluster_id with its name', editionCount: 'counted', publishedCount: 'counted', newest: 'of scoreboard_edition', mayManage: 'from the mandate', territoryIds: 'territories with their ancestors, for rights on screen' },
    hidden: { territories: 'territoryIds', sort_name: 'for sorting', territory_id: 'territory', cluster_id: 'cluster' },
  },
  {
    table: 'scoreboard_edition',
    entity: scoreboardEditionSchema,
    computed: { period: 'of the content', subjectCount: 'of the content', indicatorCount: 'of the content', runCount: 'counted' },
    hidden: {},
  },
  {
    table: 'scoreboard_run',
    entity: runSummarySchema,
    computed: { editionNumber: 'of the edition', editionState: 'of the edition' },
    hidden: { input: 'shown through getRun, trail and export', result: 'shown through getRun, trail and export', observation_ids: 'for the rights of whoever reads', computed_by: 'in the history of the edition', job_id: 'so that a second try adds no second run' },
  },
  { table: 'alarm_rule', entity: alarmRuleSchema, computed: { indicator: 'indicator_id with its name', edition: 'alarm_rule_edition in force', editions: 'alarm_rule_edition', openWarnings: 'counted', territory: 'of the edition', may: 'of the actor' }, hidden: { indicator_id: 'indicator' } },
  { table: 'alarm_rule_edition', entity: alarmEditionSchema, computed: { inForce: 'by the day' }, hidden: { rule_id: 'the rule holds its editions', created_by: 'createdByName' } },
  {
    table: 'warning',
    entity: warningSchema,
    computed: { title: 'of the edition', subject: 'subject_id with its name', subjectHref: 'of its kind', indicator: 'of the rule', value: 'of the evidence', unit: 'of the evidence', editionNumber: 'of the edition', productDefault: 'of the edition', steps: 'warning_step', may: 'of the actor', targets: 'of the rooms' },
    hidden: { edition_id: 'editionNumber', subject_id: 'subject', visibility: 'decides who reads it', fingerprint: 'the signs, folded' },
  },
  { table: 'warning_step', entity: warningStepSchema, computed: {}, hidden: { warning_id: 'the warning holds its steps', done_by: 'doneByName' } },
];
