/** A count of records that a formula may name by its key. */
export interface IndicatorSource<Context> {
  /** `records.<what>`. */
  key: string;
  label: { zh: string; en: string };
  unit: string;
  subjectKinds: readonly string[];
  /** Whether it can count as of an earlier day; one that can't knows only today. */
  dated: boolean;
  /** Of records that the actor may read, by subject; of every subject the actor may read where none is named. A subject without any counts 0. */
  count(context: Context, asked: { subjectKind: string; subjectIds: readonly string[] | null; on: string }): Promise<ReadonlyMap<string, number>>;
}
