import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { routeUrl } from '#web/api/client.ts';
import { Problem } from '#web/api/problem.ts';
import type { ProblemBody } from '#web/api/problem.ts';
import { contentLanguage } from '#web/i18n/language.ts';
import { createImportBatch } from '../../intake.contract.ts';
import { batchSchema } from '../../words/import.schema.ts';
import type { Batch } from '../../words/import.schema.ts';

export type Upload =
  | { step: 'idle' }
  /** `percent` 100 means that the server reads what it got. */
  | { step: 'sending'; name: string; percent: number }
  | { step: 'failed'; name: string; problem: Problem };

export interface FileFor {
  target: string;
  sourceId?: string;
  /** The batch whose rejects the file brings back. */
  followsId?: string;
}

/** Sends a file as it is and says how far it got: fetch cannot tell the progress of what it sends. */
export function useUpload(onDone: (batch: Batch) => void) {
  const client = useQueryClient();
  const request = useRef<XMLHttpRequest | null>(null);
  const [upload, setUpload] = useState<Upload>({ step: 'idle' });

  const send = (file: File, about: FileFor) => {
    const xhr = new XMLHttpRequest();
    request.current = xhr;
    const fail = (status: number, body: ProblemBody) => setUpload({ step: 'failed', name: file.name, problem: new Problem(status, body) });
    setUpload({ step: 'sending', name: file.name, percent: 0 });
    xhr.open(createImportBatch.method, routeUrl(createImportBatch, { query: { fileName: file.name, ...about } }));
    xhr.setRequestHeader('content-type', 'application/octet-stream');
    xhr.setRequestHeader('accept', 'application/json');
    xhr.setRequestHeader('accept-language', contentLanguage());
    xhr.upload.onprogress = (event) => setUpload({ step: 'sending', name: file.name, percent: Math.min(100, Math.round((event.loaded / Math.max(1, event.total)) * 100)) });
    xhr.onerror = () => fail(0, { reason: 'offline' });
    xhr.onload = () => {
      const answer = readAnswer(xhr);
      if (xhr.status !== createImportBatch.status) return fail(xhr.status, (answer ?? {}) as ProblemBody);
      const batch = batchSchema.safeParse(answer);
      if (!batch.success) return fail(xhr.status, { reason: 'unexpected' });
      setUpload({ step: 'idle' });
      void client.invalidateQueries({ queryKey: ['importBatch'] });
      onDone(batch.data);
    };
    xhr.send(file);
  };
  const cancel = () => {
    request.current?.abort();
    setUpload({ step: 'idle' });
  };
  return { upload, send, cancel };
}

function readAnswer(xhr: XMLHttpRequest): unknown {
  try {
    return JSON.parse(xhr.responseText);
  } catch {
    return null;
  }
}
