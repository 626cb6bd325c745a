import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { isProblem, type Problem } from '#web/api/problem.ts';

export interface FileFault {
  name: string;
  problem: Problem;
}
export interface ManyFiles {
  total: number;
  done: number;
  running: boolean;
  /** Files that the server would not take. */
  faults: readonly FileFault[];
}

const idle: ManyFiles = { total: 0, done: 0, running: false, faults: [] };

/** Sends a folder of files one after the other: each stands for itself, and the rest go on when one is refused. */
export function useManyFiles(send: (file: File) => Promise<unknown>, stems: readonly string[]) {
  const client = useQueryClient();
  const [state, setState] = useState<ManyFiles>(idle);
  const stopped = useRef(false);
  const start = async (files: readonly File[]): Promise<void> => {
    stopped.current = false;
    setState({ ...idle, total: files.length, running: true });
    for (const file of files) {
      if (stopped.current) break;
      try {
        await send(file);
      } catch (error) {
        if (isProblem(error)) setState((before) => ({ ...before, faults: [...before.faults, { name: file.name, problem: error }] }));
      }
      setState((before) => ({ ...before, done: before.done + 1 }));
    }
    setState((before) => ({ ...before, running: false }));
    await Promise.all(stems.map((stem) => client.invalidateQueries({ queryKey: [stem] })));
  };
  return { state, start: (files: readonly File[]) => void start(files), stop: () => (stopped.current = true), clear: () => setState(idle) };
}
