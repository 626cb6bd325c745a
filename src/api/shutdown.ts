import { say } from './tell.ts';

/** Thrown at the next resting place once a stop was asked for while the product was still starting. */
export class Stopped extends Error {}

export interface Shutdown {
  /** What has been started and must be stopped again; the last one first. */
  add(stop: () => Promise<void>): void;
  /** Throws when a stop was asked for meanwhile. */
  check(): void;
  /** Stops everything that was started. Only the first call does anything. */
  stop(): Promise<void>;
  /** From here on a signal stops at once instead of at the next resting place. */
  started(): void;
}

/**
 * Listens to SIGINT and SIGTERM from the first moment on: a signal that arrives while the database starts must stop it
 * too, and not leave it running without its launcher.
 */
export function listenForStop(exit: (code: number) => void = (code) => process.exit(code)): Shutdown {
  const stops: (() => Promise<void>)[] = [];
  let asked = false;
  let isStarted = false;
  let stopping: Promise<void> | null = null;
  const stopAll = async (): Promise<void> => {
    for (let stop = stops.pop(); stop; stop = stops.pop()) await stop();
  };
  const shutdown: Shutdown = {
    add: (stop) => void stops.push(stop),
    check: () => {
      if (asked) throw new Stopped();
    },
    stop: () => (stopping ??= stopAll()),
    started: () => {
      shutdown.check();
      isStarted = true;
    },
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      if (asked) return;
      asked = true;
      say('Stopping …');
      if (!isStarted) return;
      void shutdown.stop().then(
        () => exit(0),
        () => exit(1),
      );
    });
  }
  return shutdown;
}
