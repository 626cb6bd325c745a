import { useRoute } from '#web/api/use-route.ts';
import { useText } from '#web/i18n/use-text.ts';
import { Button } from '#web/kit/Button.tsx';
import { useFormat } from '#web/kit/figure/use-format.ts';
import { Icon } from '#web/kit/icon/Icon.tsx';
import { Loaded } from '#web/kit/state/Loaded.tsx';
import { verifyAuditRoute } from '../identity.contract.ts';

/** Every entry is hashed again from the first; the answer says where the chain breaks, if it does. */
export function AuditVerdict() {
  const text = useText();
  const format = useFormat();
  const query = useRoute(verifyAuditRoute, {}, { staleTime: 0 });
  return (
    <div role="status" aria-busy={query.isFetching}>
      <Loaded query={query} what={text('identity.audit.verify')} lines={1}>
        {(verdict) => (
          <p className={verdict.intact ? 'notice notice-positive' : 'notice notice-critical'}>
            <Icon name={verdict.intact ? 'check' : 'warning'} />
            <strong>
              {verdict.brokenAt
                ? text('identity.audit.broken', { seq: verdict.brokenAt.seq, reason: text(`identity.audit.broken.${verdict.brokenAt.reason}`) })
                : text('identity.audit.intact', { count: verdict.entries })}
            </strong>
            <span>{text('identity.audit.checkedAt', { at: format.moment(verdict.checkedAt) })}</span>
            <Button kind="quiet" size="small" busy={query.isFetching} onClick={() => void query.refetch()}>{text('identity.audit.again')}</Button>
          </p>
        )}
      </Loaded>
    </div>
  );
}
