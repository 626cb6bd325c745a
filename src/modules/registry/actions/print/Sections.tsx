import type { ReactNode } from 'react';
import type { Figure } from '#platform/figure/figure.schema.ts';
import type { Statement } from '../../words/statement.schema.ts';
import type { Wording } from './wording.ts';

export interface Fact {
  label: string;
  /** Null: not known, and said so. */
  value: ReactNode | null;
}

export function Facts({ facts, say }: { facts: readonly Fact[]; say: Wording }) {
  return (
    <dl className="facts">
      {facts.flatMap(({ label, value }) => [<dt key={`${label} label`}>{label}</dt>, <dd key={label}>{value ?? <span className="quiet">{say.text('registry.print.unknown')}</span>}</dd>])}
    </dl>
  );
}

/** Each figure with its period and where it comes from; a hidden or missing one in words. */
export function Figures({ figures, say }: { figures: readonly Figure[]; say: Wording }) {
  if (figures.length === 0) return null;
  return (
    <div className="figures">
      {figures.map((figure) => (
        <div key={figure.key} className="figure">
          <span className="quiet">{say.language === 'en' ? figure.label.en : figure.label.zh}</span>
          <strong>{say.figure(figure)}</strong>
          <span className="quiet">{[say.period(figure.period), figure.source, figure.sample ? say.text('registry.print.sample') : null].filter(Boolean).join(' · ')}</span>
        </div>
      ))}
    </div>
  );
}

export interface TableProps {
  caption?: string;
  head: readonly string[];
  rows: readonly { key: string; cells: readonly ReactNode[] }[];
  /** Said instead of an empty table. */
  empty: string;
}

export function Table({ caption, head, rows, empty }: TableProps) {
  if (rows.length === 0) return <p className="quiet">{empty}</p>;
  return (
    <div className="scroll">
      <table>
        {caption ? <caption>{caption}</caption> : null}
        <thead><tr>{head.map((cell) => <th key={cell} scope="col">{cell}</th>)}</tr></thead>
        <tbody>{rows.map(({ key, cells }) => <tr key={key}>{cells.map((cell, at) => <td key={head[at]}>{cell}</td>)}</tr>)}</tbody>
      </table>
    </div>
  );
}

/** Statements side by side: value, period, source, and whether others say something else. */
export function Statements({ statements, say }: { statements: readonly Statement[]; say: Wording }) {
  const { text } = say;
  const source = (statement: Statement): string => [statement.source.title, statement.source.publisher, say.day(statement.source.publishedOn)].filter(Boolean).join(', ');
  return (
    <Table
      head={[text('registry.print.attribute'), text('registry.print.value'), text('registry.print.period'), text('registry.print.source')]}
      empty={text('registry.print.noStatements')}
      rows={statements.map((statement) => ({
        key: statement.id,
        cells: [
          say.name(statement.attribute.name),
          <>{say.statement(statement)}{statement.disputed ? <span className="quiet"> · {text(statement.shown === 'other' ? 'registry.print.besides' : 'registry.print.disputed')}</span> : null}{statement.sample ? <span className="quiet"> · {text('registry.print.sample')}</span> : null}{statement.scopeNote ? <span className="quiet"><br />{statement.scopeNote}</span> : null}</>,
          <span className="whole">{say.period(statement.period) ?? '—'}</span>,
          <>{source(statement)} <span className="quiet">({say.word('sourceKind', statement.source.kind)})</span></>,
        ],
      }))}
    />
  );
}

export function SampleLine({ sample, say }: { sample: boolean; say: Wording }) {
  return sample ? <p><span className="tag">{say.text('registry.print.sampleRecord')}</span></p> : null;
}
