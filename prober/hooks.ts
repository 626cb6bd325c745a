import type { Operation } from './document.ts';

/** A request as it goes on the wire: the target is encoded, the body is bytes. */
export interface ProbeRequest {
  method: string;
  target: string;
  headers: Record<string, string>;
  body: Uint8Array | null;
}

export interface ProbeAnswer {
  status: number;
  headers: Readonly<Record<string, string | undefined>>;
  body: string;
}

export interface ProbeHooks {
  send(request: ProbeRequest): Promise<ProbeAnswer>;
  /** Headers of a caller who may do everything; told what came back last, so that an ended session can be opened again. */
  credentials(lastStatus: number): Promise<Record<string, string>>;
  /** Values by name of parameter or field. What the answers show is learnt on the way. */
  known: Readonly<Record<string, string>>;
  /** Sound bodies of types other than JSON. */
  files?: Readonly<Record<string, readonly Uint8Array[]>>;
  /** Must never stand in an answer. */
  secrets?: readonly string[];
  /** Rules of the own product; each text returned is a finding. */
  check?(operation: Operation, request: ProbeRequest, answer: ProbeAnswer): readonly string[];
  /** What the server's log says about the last answer; shown with a finding. */
  explain?(): string;
  /** Later ones come later: what takes away the records of others. */
  weight?(operation: Operation): number;
}
