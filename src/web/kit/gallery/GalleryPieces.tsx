import { useState } from 'react';
import { Button, ButtonLink, IconButton } from '#web/kit/Button.tsx';
import { Card } from '#web/kit/Card.tsx';
import { Chip } from '#web/kit/Chip.tsx';
import { Dialog } from '#web/kit/Dialog.tsx';
import { Figure } from '#web/kit/figure/Figure.tsx';
import { Icon } from '#web/kit/icon/Icon.tsx';
import { iconPaths } from '#web/kit/icon/paths.ts';
import type { IconName } from '#web/kit/icon/paths.ts';
import { actorTypes, OrganisationMark } from '#web/kit/OrganisationMark.tsx';
import { Segmented } from '#web/kit/Segmented.tsx';
import { Tag } from '#web/kit/Tag.tsx';
import { VerdictList, VerdictPips } from '#web/kit/VerdictList.tsx';
import { markFigures, useSay } from './sample.ts';

export function GalleryPieces() {
  const say = useSay();
  const [open, setOpen] = useState(false);
  const [view, setView] = useState<'mandate' | 'due'>('mandate');
  const [on, setOn] = useState(true);
  return (
    <>
      <Card title={say('按钮与标签', 'Buttons and tags')} note={say('一页一个主按钮', 'one primary a page')}>
        <div className="stack">
          <div className="row row-wrap">
            <Button>{say('提醒 14 家', 'Remind 14 firms')}</Button>
            <Button size="small">{say('核对', 'Check')}</Button>
            <Button icon="plus">{say('登记互动', 'Log an exchange')}</Button>
            <Button kind="quiet">{say('看逐条依据', 'See the grounds')}</Button>
            <Button kind="danger" icon="trash">{say('移除样例', 'Remove the sample')}</Button>
            <Button missing={say('还差：验收证明', 'Missing: proof of acceptance')}>{say('提交', 'Submit')}</Button>
            <ButtonLink href="/gallery/list">{say('列表样张', 'List sample')}</ButtonLink>
            <IconButton icon="expand" label={say('全屏', 'Full screen')} />
            <Button onClick={() => setOpen(true)}>{say('打开对话框', 'Open a dialog')}</Button>
          </div>
          <div className="row row-wrap">
            <Tag>{say('草稿', 'draft')}</Tag>
            <Tag tone="brand" icon="clock">{say('处置中', 'in progress')}</Tag>
            <Tag tone="positive" icon="check">{say('可以申请', 'can apply')}</Tag>
            <Tag tone="warning" icon="warning">{say('差 1 条', '1 clause short')}</Tag>
            <Tag tone="critical" icon="cross">{say('逾期 1 天', '1 day late')}</Tag>
            <Chip on onRemove={() => undefined}>{say('期间 2022', 'Period 2022')}</Chip>
            <Chip on={on} onClick={() => setOn(!on)}>{say('仅本省', 'Province only')}</Chip>
            <Segmented label={say('排序', 'Order')} value={view} onChange={setView} options={[{ value: 'mandate', label: say('按身份', 'By mandate') }, { value: 'due', label: say('按期限', 'By due date') }]} />
          </div>
          <div className="row row-wrap">{actorTypes.map((type) => <OrganisationMark key={type} type={type} />)}</div>
        </div>
      </Card>
      <div className="columns">
        <Card title={say('数字与记号', 'Figures and marks')}>
          <dl className="facts">
            {markFigures.map((figure) => (
              <div key={figure.key} style={{ display: 'contents' }}>
                <dt>{say(figure.label.zh, figure.label.en)}</dt>
                <dd><Figure figure={figure} /></dd>
              </div>
            ))}
          </dl>
        </Card>
        <Card title={say('枢纽检验', 'Hub test')} note={<VerdictPips verdicts={['pass', 'pass', 'fail', 'unknown']} />} flush>
          <VerdictList
            clauses={[
              { id: '1', verdict: 'pass', clause: say('直接联系到的成员', 'Members reached directly'), value: '139 / 196 · 71%' },
              { id: '2', verdict: 'pass', clause: say('连到全部五类主体', 'Reaches all five kinds of actor'), value: '5 / 5' },
              { id: '3', verdict: 'fail', clause: say('引荐促成的合作占新增合作', 'New ties that came from introductions'), distance: say('18%，门槛 25%，还差 9 件', '18%, needs 25%: 9 more') },
              { id: '4', verdict: 'unknown', clause: say('去掉它之后网络是否分裂', 'Would the network fall apart without it'), distance: say('未知：缺 2021 年快照', 'Unknown: the 2021 snapshot is missing') },
            ]}
          />
        </Card>
      </div>
      <Card title={say('图标', 'Icons')}>
        <div className="row row-wrap">
          {(Object.keys(iconPaths) as IconName[]).map((name) => <span key={name} title={name}><Icon name={name} size={18} /></span>)}
        </div>
      </Card>
      <Dialog open={open} title={say('合并两条记录', 'Merge two records')} onClose={() => setOpen(false)} actions={<><Button onClick={() => setOpen(false)}>{say('先不合并', 'Not now')}</Button><Button kind="primary" onClick={() => setOpen(false)}>{say('合并为 1 条', 'Merge into one')}</Button></>}>
        <p>{say('两条都保留来源，合并可以撤回。', 'Both keep their sources; the merge can be undone.')}</p>
      </Dialog>
    </>
  );
}
