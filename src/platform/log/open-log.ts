import { pino, type DestinationStream } from 'pino';
import type { LogLevel } from '#platform/config/config.ts';

/** A line of the log: what happened, to which request or job. `level` is `error`, `warn`, `info` (unless told) or `debug`. */
export type LogLine = (line: Readonly<Record<string, unknown>>) => void;

export interface LogOptions {
  level: LogLevel;
  now(): Date;
  /** Takes out what nobody who reads logs may see. */
  clean(line: Readonly<Record<string, unknown>>): Record<string, unknown>;
  /** Standard error unless told. */
  to?: DestinationStream;
}

/** One JSON object a line. A line that can't be cleaned or written never stops the work it tells of. */
export function openLog(options: LogOptions): LogLine {
  const settings = { level: options.level, base: null, messageKey: 'message', timestamp: () => `,"at":"${options.now().toISOString()}"`, formatters: { level: (label: string) => ({ level: label }) } };
  // Written at once: the last line before an end by force is the one that is wanted most.
  const log = pino(settings, options.to ?? pino.destination({ fd: 2, sync: true }));
  return (line) => {
    try {
      const { level, ...rest } = line;
      const cleaned = options.clean(rest);
      if (level === 'error') log.error(cleaned);
      else if (level === 'warn') log.warn(cleaned);
      else if (level === 'debug') log.debug(cleaned);
      else log.info(cleaned);
    } catch {
      // Nowhere is left to say it.
    }
  };
}
