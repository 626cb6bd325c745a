import type { UseQueryResult } from '@tanstack/react-query';
import { useState } from 'react';
import type { Problem } from '#web/api/problem.ts';
import type { Cluster } from '../../../words/cluster.schema.ts';
import type { StoredVerdict } from '../../../words/classification.schema.ts';
import type { Statement } from '../../../words/statement.schema.ts';
import { ChoiceDialog } from '../../record/ChoiceDialog.tsx';
import { ClaimsCard } from '../../record/ClaimsCard.tsx';
import { groupStatements } from '../../record/use-statements.ts';
import type { StatementList } from '../../record/use-statements.ts';
import { FactsCard } from './FactsCard.tsx';
import { KindCard } from './KindCard.tsx';
import { MemberMap } from './MemberMap.tsx';
import { SizeCard } from './SizeCard.tsx';
import { StatedCard } from './StatedCard.tsx';

export interface OverviewProps {
  cluster: Cluster;
  statements: StatementList;
  verdicts: UseQueryResult<{ items: StoredVerdict[] }, Problem>;
  mayChoose: boolean;
  mayUpdate: boolean;
}

/** Who belongs to it and where, what it looks like by the rules, what sources say and where they disagree. */
export function OverviewTab({ cluster, statements, verdicts, mayChoose, mayUpdate }: OverviewProps) {
  const [choosing, setChoosing] = useState<Statement | null>(null);
  const groups = groupStatements(statements.items);
  return (
    <>
      <div className="columns-wide">
        <MemberMap cluster={cluster} mayUpdate={mayUpdate} />
        <div className="stack">
          <KindCard cluster={cluster} query={verdicts} mayUpdate={mayUpdate} />
          <SizeCard cluster={cluster} />
        </div>
      </div>
      {groups.filter((group) => group.disputed).slice(0, 3).map((group) => <ClaimsCard key={group.key} group={group} onChoose={mayChoose ? setChoosing : undefined} />)}
      <div className="columns">
        <StatedCard groups={groups} />
        <FactsCard cluster={cluster} />
      </div>
      <ChoiceDialog statement={choosing} onClose={() => setChoosing(null)} />
    </>
  );
}
