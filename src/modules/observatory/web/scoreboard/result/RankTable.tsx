import { useState, type ReactNode } from 'react';
import { useName } from '#web/i18n/names.ts';
import { useText } from '#web/i18n/use-text.ts';
import { Button } from '#web/kit/Button.tsx';
import type { Column } from '#web/kit/table/column.ts';
import { DataTable } from '#web/kit/table/DataTable.tsx';
import { Tag } from '#web/kit/Tag.tsx';
import { PageLink } from '#web/router/PageLink.tsx';
import type { ScoreboardResult } from '../../../words/scoreboard-run.schema.ts';
import { useScore } from '../use-score.ts';
import { partIndices, rankRows, type RankRow } from './rank-rows.ts';
import { RankRange, RankScale } from './RankRange.tsx';
import { useRankStory } from './use-rank-story.ts';

export interface RankTableProps {
  result: ScoreboardResult;
  baseline?: ScoreboardResult | null;
  caption: string;
  /** Page of one subject; without it names are plain. */
  subjectHref?: (id: string) => string;
  /** Scores of the groups below the top as further columns. */
  parts?: boolean;
  /** Rows shown before the reader asks for the rest. */
  first?: number;
}

/** Ranks as a range plot whose rows are its table: dot, bar and the same in numbers. */
export function RankTable({ result, baseline = null, caption, subjectHref, parts = false, first = 100 }: RankTableProps) {
  const text = useText();
  const name = useName();
  const score = useScore();
  const [all, setAll] = useState(false);
  const rows = rankRows(result, baseline);
  const story = useRankStory(rows);
  const count = rows.filter((row) => row.rank !== null).length;
  const shown = all ? rows : rows.slice(0, first);
  const subject = ({ subject: { id, name: called, peer, kept } }: RankRow): ReactNode => (
    <span className="row-tight">
      {subjectHref ? <PageLink href={subjectHref(id)}>{name(called)}</PageLink> : name(called)}
      {peer ? <Tag>{text('observatory.scoreboard.peer')}</Tag> : null}
      {kept ? null : <Tag tone="warning" icon="question">{text('observatory.scoreboard.leftOut')}</Tag>}
    </span>
  );
  const columns: Column<RankRow>[] = [
    { key: 'rank', label: text('observatory.scoreboard.rank'), number: true, width: 56, fixed: true, cell: (row) => <span className="row-tight"><strong>{score.rank(row.rank)}</strong><span className="rank-name">{subject(row)}</span></span> },
    { key: 'subject', label: text('observatory.scoreboard.subject'), cell: subject },
    { key: 'range', label: text('observatory.scoreboard.rankRange'), head: count > 0 ? <RankScale count={count} /> : undefined, width: '34%', cell: (row) => (count > 0 ? <RankRange row={row} count={count} /> : null) },
    ...(result.intervals ? [{ key: 'interval', label: text('observatory.scoreboard.interval'), number: true, cell: (row: RankRow) => <span className="nowrap">{score.range(row.interval)}</span> }] : []),
    { key: 'score', label: text('observatory.scoreboard.score'), number: true, cell: (row) => score.score(row.score) },
    ...(baseline ? [{ key: 'before', label: text('observatory.scoreboard.before'), number: true, cell: (row: RankRow) => <RankShift row={row} /> }] : []),
    ...(parts ? partIndices(result).map((node, index) => ({ key: `part ${result.nodes[node]?.code}`, label: name(result.nodes[node]?.name), number: true, deskOnly: true, cell: (row: RankRow) => score.score(row.parts[index] ?? null) })) : []),
  ];
  return (
    <>
      <div className="rank-table"><DataTable caption={caption} columns={columns} rows={shown} rowKey={(row) => row.subject.id} density="compact" /></div>
      {rows.length > shown.length ? <p className="caption"><Button kind="quiet" size="small" onClick={() => setAll(true)}>{text('observatory.scoreboard.moreRows', { count: rows.length - shown.length })}</Button></p> : null}
      <p className="caption">{story}</p>
    </>
  );
}

/** Places gained or lost, with a sign that is no colour alone. */
export function RankShift({ row }: { row: Pick<RankRow, 'rank' | 'before'> }) {
  const text = useText();
  const score = useScore();
  if (row.rank === null || row.before === null) return <span className="quiet">—</span>;
  const by = row.before - row.rank;
  if (by === 0) return <span className="quiet" title={text('observatory.scoreboard.sameRank')}>=</span>;
  return (
    <span className="nowrap">
      <span aria-hidden="true">{by > 0 ? '▲' : '▼'} </span>
      <span className="visually-hidden">{text(by > 0 ? 'observatory.scoreboard.up' : 'observatory.scoreboard.down')} </span>
      {score.rank(Math.abs(by))}
    </span>
  );
}
