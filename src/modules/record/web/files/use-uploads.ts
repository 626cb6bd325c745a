import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { routeUrl } from '#web/api/client.ts';
import { isProblem } from '#web/api/problem.ts';
import type { Problem } from '#web/api/problem.ts';
import type { RecordRef } from '#web/router/collect-record-tabs.ts';
import { addFile, replaceFile } from '../../words/file.contract.ts';
import type { FileLevel } from '../../words/file.schema.ts';
import { sendUpload } from './send-upload.ts';

export interface RunningUpload {
  key: string;
  file: File;
  /** Set when it becomes a new version of this file. */
  fileId: string | null;
  level: FileLevel;
  share: number;
  state: 'running' | 'done' | 'cancelled' | 'failed';
  problem: Problem | null;
}

/** Uploads of one record: several at once, each with its own progress and its own way out. */
export function useUploads({ kind, id }: RecordRef) {
  const client = useQueryClient();
  const [uploads, setUploads] = useState<readonly RunningUpload[]>([]);
  const stops = useRef(new Map<string, AbortController>());
  const change = (key: string, part: Partial<RunningUpload>): void => setUploads((before) => before.map((each) => (each.key === key ? { ...each, ...part } : each)));
  const run = async (upload: RunningUpload): Promise<void> => {
    const stop = new AbortController();
    stops.current.set(upload.key, stop);
    const params = { kind, recordId: id };
    const url = upload.fileId === null ? routeUrl(addFile, { params, query: { name: upload.file.name, level: upload.level } }) : routeUrl(replaceFile, { params: { ...params, fileId: upload.fileId }, query: { name: upload.file.name } });
    try {
      await sendUpload(url, upload.file, (share) => change(upload.key, { share }), stop.signal);
      change(upload.key, { state: 'done', share: 1 });
      await Promise.all(['file', 'attached', 'history'].map((stem) => client.invalidateQueries({ queryKey: [stem] })));
    } catch (error) {
      change(upload.key, isProblem(error) ? { state: 'failed', problem: error } : { state: 'cancelled' });
    }
  };
  const start = (files: Iterable<File>, level: FileLevel, fileId: string | null = null): void => {
    const fresh = [...files].map((file): RunningUpload => ({ key: crypto.randomUUID(), file, fileId, level, share: 0, state: 'running', problem: null }));
    setUploads((before) => [...before.filter((each) => each.state !== 'done'), ...fresh]);
    for (const upload of fresh) void run(upload);
  };
  return { uploads, start, cancel: (key: string) => stops.current.get(key)?.abort(), dismiss: (key: string) => setUploads((before) => before.filter((each) => each.key !== key)) };
}
