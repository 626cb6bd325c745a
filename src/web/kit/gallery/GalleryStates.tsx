import { Problem } from '#web/api/problem.ts';
import { Button } from '#web/kit/Button.tsx';
import { Card } from '#web/kit/Card.tsx';
import { EmptyState } from '#web/kit/state/EmptyState.tsx';
import { ErrorState } from '#web/kit/state/ErrorState.tsx';
import { LoadingSkeleton } from '#web/kit/state/LoadingSkeleton.tsx';
import { NoPermission } from '#web/kit/state/NoPermission.tsx';
import { SummaryStrip } from '#web/kit/figure/SummaryStrip.tsx';
import { useSay } from './sample.ts';

export function GalleryStates() {
  const say = useSay();
  return (
    <>
      <SummaryStrip figures={null} label={say('载入中', 'Loading')} />
      <div className="columns">
        <Card title={say('空', 'Empty')}>
          <EmptyState title={say('这里会列出集群成员', 'Members of the cluster will be listed here')} action={<Button icon="intake">{say('导入名单', 'Import a list')}</Button>} link={<a href="/gallery">{say('先看样例', 'See the sample first')}</a>} />
        </Card>
        <Card title={say('载入', 'Loading')}><LoadingSkeleton lines={5} /></Card>
        <Card title={say('出错', 'Error')}>
          <ErrorState what={say('成员名单', 'The list of members')} problem={new Problem(503, { reason: 'notReady', detail: say('数据库暂时连不上，没有写入任何内容', 'The database is away just now; nothing was written'), reference: 'c5e1-90ab' })} retry={() => undefined} />
        </Card>
        <Card title={say('没有权限', 'No permission')}><NoPermission thing={say('评审材料 12', 'Review file 12')} granter={say('秘书处', 'the secretariat')} /></Card>
      </div>
    </>
  );
}
