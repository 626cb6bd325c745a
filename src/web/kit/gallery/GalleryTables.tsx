import { Card } from '#web/kit/Card.tsx';
import { Figure } from '#web/kit/figure/Figure.tsx';
import { StatementTable } from '#web/kit/StatementTable.tsx';
import { Tag } from '#web/kit/Tag.tsx';
import { JobRow } from '#web/kit/JobRow.tsx';
import { sampleFigure, useSay } from './sample.ts';

export function GalleryTables() {
  const say = useSay();
  const shown = sampleFigure('shown', '营业收入', 'Revenue', '123456000000', 'CNY', { sample: false });
  const other = sampleFigure('other', '营业收入', 'Revenue', '119800000000', 'CNY', { mark: 'about', sample: false });
  return (
    <>
      <Card title={say('营业收入，2022：两个来源不一致', 'Revenue, 2022: two sources disagree')} note={<Tag tone="warning" icon="conflict">{say('待裁定', 'to decide')}</Tag>} flush>
        <StatementTable
          label={say('营业收入的陈述', 'Statements of revenue')}
          rows={[
            { id: '1', shown: true, value: <Figure figure={shown} />, scope: say('全省，未含港澳台', 'Province, without HK, Macao, Taiwan'), source: say('样例统计局', 'Sample statistics bureau'), entered: say('文献导入', 'from a paper'), date: '2023-02-27' },
            { id: '2', shown: false, value: <Figure figure={other} />, scope: say('已报成员 128 家，未报 14 家不计', '128 firms that filed; 14 did not'), source: say('成员月报汇总', 'Members’ monthly reports'), selfReported: true, entered: say('平台计算 · 方法 v4', 'computed, method v4'), date: null },
          ]}
          difference={say('差 36.56 亿元（3.0%）。可能原因：14 家未报；统计口径含集群外企业。两条都保留，裁定只决定默认展示哪一条。', 'They differ by CNY 3.656 bn (3.0%). Likely: 14 firms did not file; the bureau counts firms outside the cluster. Both are kept; deciding only chooses which one is shown.')}
          onChoose={() => undefined}
        />
      </Card>
      <Card title={say('任务', 'Jobs')} flush>
        <JobRow name={say('导入成员名单', 'Import of members')} state="running" step={say('读取 3 / 8 个工作表', 'reading sheet 3 of 8')} progress={0.38} timeLeft={say('还要 1–2 分钟', '1–2 minutes left')} onCancel={() => undefined} />
        <JobRow name={say('导入企业', 'Import of firms')} state="done" outcome={say('新增 112，更新 31，隔离 6', '112 new, 31 changed, 6 set aside')} resultHref="/gallery" />
        <JobRow name={say('生成评分', 'Scoreboard')} state="failed" outcome={say('没有写入任何内容：缺 2021 年快照', 'Nothing was written: the 2021 snapshot is missing')} onRetry={() => undefined} />
      </Card>
    </>
  );
}
