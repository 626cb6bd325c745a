import { useState } from 'react';
import type { z } from 'zod';
import { useList } from '#web/api/use-route.ts';
import { useText } from '#web/i18n/use-text.ts';
import { Button } from '#web/kit/Button.tsx';
import { ListPage } from '#web/kit/list/ListPage.tsx';
import { EmptyState } from '#web/kit/state/EmptyState.tsx';
import { useListState } from '#web/router/use-list-state.ts';
import { listAudit } from '../identity.contract.ts';
import type { auditListQuery } from '../identity.schema.ts';
import { Administration } from '#web/shell/Administration.tsx';
import { useAuditColumns } from './audit-columns.tsx';
import { AuditFilters } from './AuditFilters.tsx';
import { AuditCheck } from './AuditCheck.tsx';
import { AuditVerdict } from './AuditVerdict.tsx';

/** A chain of this many entries is verified while one looks; a longer one beside the work. */
const atOnce = 20_000;

function Audit() {
  const text = useText();
  const columns = useAuditColumns();
  const [verifying, setVerifying] = useState(false);
  const state = useListState({ filters: ['event', 'subjectKind', 'personId'], defaultSort: '-seq' });
  const { event, subjectKind, personId } = state.filters;
  const list = useList(listAudit, { query: { event: event[0], subjectKind: subjectKind[0], personId: personId[0], sort: state.sortText as z.input<typeof auditListQuery>['sort'] } });
  return (
    <ListPage
      name="audit"
      title={text('identity.audit')}
      scope={text('identity.audit.scope')}
      list={list}
      state={state}
      columns={columns}
      rowKey={(entry) => entry.id}
      actions={<Button icon="shield" onClick={() => setVerifying(true)}>{text('identity.audit.verify')}</Button>}
      above={verifying ? (list.total !== null && list.total > atOnce ? <AuditCheck /> : <AuditVerdict />) : null}
      filters={<AuditFilters state={state} />}
      empty={<EmptyState title={text('identity.audit.empty')} />}
    />
  );
}

export default function AuditList() {
  const text = useText();
  return <Administration permission="audit.read" title={text('identity.audit')}><Audit /></Administration>;
}
