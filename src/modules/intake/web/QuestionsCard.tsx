import { useState } from 'react';
import { useRoute, useWrite } from '#web/api/use-route.ts';
import { useName } from '#web/i18n/names.ts';
import { useText } from '#web/i18n/use-text.ts';
import { Button } from '#web/kit/Button.tsx';
import { Card } from '#web/kit/Card.tsx';
import { Loaded } from '#web/kit/state/Loaded.tsx';
import { problemText } from '#web/kit/state/problem-text.ts';
import { Tag } from '#web/kit/Tag.tsx';
import { useSetSearch } from '#web/router/use-search.ts';
import { decideImportRows, listImportQuestions } from '../intake.contract.ts';
import type { Batch, Question } from '../words/import.schema.ts';

const firstQuestions = 8;

/** One answer for every row that writes a place the same way. Radio buttons, so arrows and space work. */
export function QuestionsCard({ batch }: { batch: Batch }) {
  const text = useText();
  const [every, setEvery] = useState(false);
  const params = { batchId: batch.id };
  const query = useRoute(listImportQuestions, { params }, { keepPrevious: true });
  const decide = useWrite(decideImportRows, { touches: ['organisation', 'cluster', 'territory'] });
  const answer = (question: string, candidateId: string | null | undefined) => decide.mutate({ params, body: { question, ...(candidateId === undefined ? {} : { candidateId }) } });
  if (query.data?.items.length === 0) return null;
  return (
    <Card title={text(batch.settles ? 'intake.questions.title' : 'intake.questions.titleAny')} note={text('intake.questions.note', { open: batch.open })} caption={text(batch.settles ? 'intake.questions.caption' : 'intake.questions.captionBefore')} flush>
      <Loaded query={query} what={text('intake.questions.title')}>
        {({ items }) => (
          <div aria-busy={decide.isPending}>
            {decide.error ? <p role="alert" className="critical card-body">{text('intake.questions.failed')}: {problemText(decide.error, text)}</p> : null}
            {(every ? items : items.slice(0, firstQuestions)).map((question) => (
              <QuestionLine key={question.question} question={question} locked={batch.state === 'applied'} answer={answer} />
            ))}
            {!every && items.length > firstQuestions ? (
              <div className="card-body"><Button size="small" onClick={() => setEvery(true)}>{text('intake.questions.more', { count: items.length - firstQuestions })}</Button></div>
            ) : null}
          </div>
        )}
      </Loaded>
    </Card>
  );
}

interface LineProps {
  question: Question;
  /** After the batch was applied a chosen place belongs to the record and is changed there. */
  locked: boolean;
  answer: (question: string, candidateId: string | null | undefined) => void;
}

function QuestionLine({ question, locked, answer }: LineProps) {
  const text = useText();
  const name = useName();
  const setSearch = useSetSearch();
  const { decision } = question;
  const settled = locked && decision?.candidateId != null;
  const choice = (id: string | null, label: string) => (
    <label key={id ?? ''}>
      <input type="radio" name={question.question} checked={decision !== null && decision.candidateId === id} disabled={settled} onChange={() => answer(question.question, id)} />
      {label}
    </label>
  );
  return (
    <fieldset className="question">
      <legend>
        <span className="visually-hidden">{text('intake.questions.of', { question: question.question })}</span>
        <span aria-hidden="true">{question.question}</span>{' '}
        <Button kind="quiet" size="small" title={text('intake.account.show')} onClick={() => setSearch({ question: question.question, group: undefined, reason: undefined })}>
          {text('intake.questions.rows', { count: question.rows })}
        </Button>
        {decision ? <Tag tone="positive" icon="check">{text('intake.questions.answered')}</Tag> : null}
      </legend>
      <div className="question-answers">
        {question.candidates.map((candidate) => choice(candidate.id, `${name(candidate.label)} ${candidate.detail ?? ''}`.trim()))}
        {choice(null, text('intake.questions.none'))}
        {decision && !settled ? <Button kind="quiet" size="small" onClick={() => answer(question.question, undefined)}>{text('intake.questions.clear')}</Button> : null}
      </div>
    </fieldset>
  );
}
