type Words = { zh: string; en: string };

/** Work asked for inside a transaction; it starts only if that transaction commits. */
export interface JobRequest {
  /** `<room>.<verb>`, declared in the room's `jobs`. */
  kind: string;
  /** Plain JSON, small: ids rather than rows. */
  data: Record<string, unknown>;
  /** Not before this instant. */
  startAfter?: Date;
  /** While one job of this key waits, another is not added. */
  key?: string;
  /** What it does, for the person who waits for it: such a job shows progress and can be cancelled. */
  title?: Words;
}
