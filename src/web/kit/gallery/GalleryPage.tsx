import { useState } from 'react';
import { useText } from '#web/i18n/use-text.ts';
import { Button } from '#web/kit/Button.tsx';
import { HistoryList } from '#web/kit/HistoryList.tsx';
import { PersonLine } from '#web/kit/PersonLine.tsx';
import { RecordLink } from '#web/kit/RecordLink.tsx';
import { RecordPage } from '#web/kit/record/RecordPage.tsx';
import { Card } from '#web/kit/Card.tsx';
import { Tag } from '#web/kit/Tag.tsx';
import { GalleryForms } from './GalleryForms.tsx';
import { GalleryMaps } from './GalleryMaps.tsx';
import { GalleryPieces } from './GalleryPieces.tsx';
import { GalleryStates } from './GalleryStates.tsx';
import { GalleryTables } from './GalleryTables.tsx';
import { sampleFigures, useSay } from './sample.ts';

function Side() {
  const say = useSay();
  return (
    <>
      <Card title={say('人员', 'People')}>
        <ul className="line-list">
          <PersonLine name={say('样例甲', 'Sample One')} detail={say('促进机构秘书长', 'Secretary of the cluster office')} />
          <PersonLine name={say('样例乙', 'Sample Two')} detail={say('链长办公室联络员', 'Chain leader’s office')} />
        </ul>
      </Card>
      <Card title={say('相关记录', 'Related records')}>
        <ul className="line-list">
          <li><RecordLink kind="park" marked href="/gallery" name={say('样例园区 A', 'Sample park A')} card={{ state: <Tag>{say('在册', 'listed')}</Tag>, place: say('样例市 A', 'Sample city A'), figure: say('入驻 42 家', '42 tenants') }} /></li>
          <li><RecordLink kind="organisation" marked href="/gallery" name={say('样例企业 07', 'Sample firm 07')} /></li>
        </ul>
      </Card>
      <Card title={say('历史', 'History')}>
        <HistoryList
          entries={[
            { id: '1', at: '2023-03-07T02:00:00Z', text: say('成员状态', 'Membership'), by: say('样例甲', 'Sample One'), change: { before: say('联系成员', 'regional'), after: say('伙伴成员', 'partner'), ended: true } },
            { id: '2', at: '2023-03-03T02:00:00Z', text: say('导入 117 条陈述', '117 statements imported') },
          ]}
        />
      </Card>
    </>
  );
}

export default function GalleryPage() {
  const text = useText();
  const say = useSay();
  const [count, setCount] = useState(0);
  return (
    <RecordPage
      title={text('web.gallery.title')}
      breadcrumb={[{ label: say('名录', 'Registry'), href: '/gallery' }, { label: say('集群', 'Clusters'), href: '/gallery/list' }]}
      sample
      tags={<><Tag tone="brand">{say('成长期 · 专家复核', 'Growing · reviewed')}</Tag><Tag>{say('战略性新兴产业集群', 'Strategic emerging')}</Tag></>}
      actions={<><Button icon="share">{say('分享', 'Share')}</Button><Button icon="download">{say('导出年报', 'Export report')}</Button></>}
      primary={<Button kind="primary" onClick={() => setCount(count + 1)}>{say('裁定 1 处来源冲突', 'Decide 1 conflict of sources')}</Button>}
      figures={sampleFigures.map((figure, index) => (index === 1 ? { figure, comparison: say('较 2018 年 +103.6%', '+103.6% on 2018') } : index === 4 ? { figure, comparison: say('1 家已退出', '1 left'), verdict: 'warning' as const } : figure))}
      tabs={[
        { key: 'pieces', label: say('零件', 'Pieces'), content: () => <GalleryPieces /> },
        { key: 'tables', label: say('表', 'Tables'), count: 196, content: () => <GalleryTables /> },
        { key: 'forms', label: say('表单', 'Forms'), count: 4, content: () => <GalleryForms /> },
        { key: 'states', label: say('状态', 'States'), content: () => <GalleryStates /> },
        { key: 'maps', label: say('图', 'Pictures'), content: () => <GalleryMaps /> },
      ]}
      side={() => <Side />}
    />
  );
}
