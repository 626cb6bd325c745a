import { useEffect, useRef, useState } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { call } from '#web/api/client.ts';
import { isProblem, type Problem } from '#web/api/problem.ts';
import { routeKey } from '#web/api/use-route.ts';
import type { Entry, Party, SubmissionProblem } from '../../words/party.schema.ts';
import { getParty, saveDraft, submitReport } from '../../words/party.contract.ts';

export interface ReportState {
  party: Party;
  answers: ReadonlyMap<string, Entry>;
  problems: readonly SubmissionProblem[];
  saved: 'clean' | 'waiting' | 'saving' | 'saved' | 'failed';
  failure: Problem | null;
  sending: boolean;
  set: (field: string, change: Partial<Entry>) => void;
  submit: (reason: string | null) => Promise<boolean>;
}

const begin = (field: string): Entry => ({ field, text: '', explanation: null, isWithheld: false, origin: 'typed' });

/** What the register holds stands in the fields from the start, marked with where it is from. */
function beginning(party: Party): Map<string, Entry> {
  const answers = new Map((party.entries ?? []).map((entry) => [entry.field, entry]));
  if (party.number === 0 && party.draftVersion === 0) {
    for (const prefill of party.prefills) if (prefill.origin === 'record' && !answers.has(prefill.field)) answers.set(prefill.field, { ...begin(prefill.field), text: prefill.text, origin: 'record' });
  }
  return answers;
}

const quiet = 800;

/** Answers on their way: saved by themselves a moment after the last change, one save at a time. */
export function useReport(opened: Party): ReportState {
  const client = useQueryClient();
  const [party, setParty] = useState(opened);
  const [answers, setAnswers] = useState<ReadonlyMap<string, Entry>>(() => beginning(opened));
  const [saved, setSaved] = useState<ReportState['saved']>(opened.draftVersion > 0 ? 'saved' : 'clean');
  const [failure, setFailure] = useState<Problem | null>(null);
  const [sending, setSending] = useState(false);
  const version = useRef(opened.draftVersion);
  const isRevision = opened.campaign.state === 'signedOff';
  const running = useRef<Promise<void>>(Promise.resolve());
  const entries = () => [...answers.values()].filter(({ text, explanation }) => text.trim() !== '' || explanation !== null);

  const save = async (): Promise<void> => {
    setSaved('saving');
    try {
      const answer = await call(saveDraft, { params: { partyId: opened.id }, body: { entries: entries() }, ifMatch: version.current });
      version.current = answer.draftVersion;
      setParty(answer);
      setSaved('saved');
      setFailure(null);
    } catch (error) {
      if (!isProblem(error)) throw error;
      setSaved('failed');
      setFailure(error);
    }
  };
  useEffect(() => {
    if (saved !== 'waiting' || isRevision) return;
    const timer = setTimeout(() => {
      running.current = running.current.then(save);
    }, quiet);
    return () => clearTimeout(timer);
  });

  return {
    party, answers, problems: party.problems, saved, failure, sending,
    set: (field, change) => {
      setAnswers((before) => new Map(before).set(field, { ...(before.get(field) ?? begin(field)), ...change }));
      setSaved('waiting');
    },
    submit: async (reason) => {
      setSending(true);
      try {
        await running.current;
        if (saved === 'waiting' && !isRevision) await save();
        const current = await call(getParty, { params: { partyId: opened.id } });
        await call(submitReport, { params: { partyId: opened.id }, body: { entries: entries(), isTruthAccepted: true, reason }, ifMatch: current.version });
        setFailure(null);
        await Promise.all(['party', 'campaign', 'notice'].map((stem) => client.invalidateQueries({ queryKey: [stem] })));
        await client.invalidateQueries({ queryKey: routeKey(getParty) });
        return true;
      } catch (error) {
        if (!isProblem(error)) throw error;
        setFailure(error);
        return false;
      } finally {
        setSending(false);
      }
    },
  };
}
