import type { z } from 'zod';
import type { bodyInputSchema, clusterInputSchema, clusterOrganisationInputSchema, membershipInputSchema, seatInputSchema } from '../../words/cluster.schema.ts';
import type { listEntryInputSchema, listInputSchema, programmeInputSchema, titleInputSchema } from '../../words/list.schema.ts';
import type { organisationInputSchema, relationInputSchema } from '../../words/organisation.schema.ts';
import type { placeInputSchema } from '../../words/place.schema.ts';
import type { SubjectKind } from '../../words/record.schema.ts';
import type { aliasInputSchema, attributeInputSchema, compositionInputSchema, sourceInputSchema, statementInputSchema } from '../../words/statement.schema.ts';

/** Records name each other by key; the loader turns a key and the space into an id, the same one every time. */
export type Key = string;

/** A territory is pointed at by its own id, everything else by its key. */
export interface Subject {
  kind: SubjectKind;
  key: Key;
}

type Input<Schema extends z.ZodType> = z.input<Schema>;
type Without<Value, Field extends PropertyKey> = Value extends unknown ? Omit<Value, Field> : never;

export type SourceRow = Input<typeof sourceInputSchema> & { key: Key };
export type AttributeRow = Input<typeof attributeInputSchema>;
/** Attributes that belong together, in order; without a source it is a list of our own. */
export interface ChecklistRow {
  key: Key;
  subjectKind: SubjectKind;
  name: { zh: string; en: string };
  source?: Key;
  attributes: readonly Key[];
}
export type OrganisationRow = Input<typeof organisationInputSchema> & { key: Key };
export type RelationRow = Without<Input<typeof relationInputSchema>, 'otherId'> & { from: Key; to: Key };
export type ClusterRow = Input<typeof clusterInputSchema> & { key: Key };
export type MembershipRow = Without<Input<typeof membershipInputSchema>, 'organisationId'> & { cluster: Key; organisation: Key };
export type SeatRow = Without<Input<typeof seatInputSchema>, 'organisationId'> & { organisation?: Key };
export type BodyRow = Input<typeof bodyInputSchema> & { seats?: readonly SeatRow[] };
export type ClusterOrganisationRow = Without<Input<typeof clusterOrganisationInputSchema>, 'organisationId' | 'hostId' | 'operatorId' | 'allianceId' | 'supervisorId'> & {
  cluster: Key;
  organisation: Key;
  host?: Key;
  operator?: Key;
  alliance?: Key;
  bodies?: readonly BodyRow[];
  /** One that no source names stands as an empty row. */
  subOrganisations?: readonly { field?: string; note?: string }[];
};
export type PlaceRow = Without<Input<typeof placeInputSchema>, 'operatorId' | 'parentId' | 'clusterIds'> & { key: Key; operator?: Key; parent?: Key; clusters?: readonly Key[] };
export type ListEntryRow = Without<Input<typeof listEntryInputSchema>, 'subjectId'> & { subject?: Key };
export type ListRow = Without<Input<typeof listInputSchema>, 'sourceId'> & { key: Key; source?: Key; entries: readonly ListEntryRow[] };
export type TitleRow = Without<Input<typeof titleInputSchema>, 'sourceId' | 'key'> & { organisation: Key; titleKey: Input<typeof titleInputSchema>['key']; source?: Key };
export type ProgrammeRow = Input<typeof programmeInputSchema> & { key: Key };
export type StatementRow = Without<Input<typeof statementInputSchema>, 'subjectKind' | 'subjectId' | 'sourceId'> & { subject: Subject; source: Key };
export type CompositionRow = Without<Input<typeof compositionInputSchema>, 'subjectKind' | 'subjectId' | 'sourceId'> & { subject: Subject; source: Key };
export type AliasRow = Without<Input<typeof aliasInputSchema>, 'subjectKind' | 'subjectId'> & { subject: Subject };

/** Everything a pack or the generated sample holds, in the order it is written. */
export interface RecordSet {
  sources: readonly SourceRow[];
  attributes: readonly AttributeRow[];
  checklists: readonly ChecklistRow[];
  organisations: readonly OrganisationRow[];
  relations: readonly RelationRow[];
  clusters: readonly ClusterRow[];
  memberships: readonly MembershipRow[];
  clusterOrganisations: readonly ClusterOrganisationRow[];
  places: readonly PlaceRow[];
  programmes: readonly ProgrammeRow[];
  lists: readonly ListRow[];
  titles: readonly TitleRow[];
  statements: readonly StatementRow[];
  compositions: readonly CompositionRow[];
  aliases: readonly AliasRow[];
}

export const inCluster = (key: Key): Subject => ({ kind: 'cluster', key });
export const ofOrganisation = (key: Key): Subject => ({ kind: 'organisation', key });
export const ofProgramme = (key: Key): Subject => ({ kind: 'programme', key });
export const ofTerritory = (key: Key): Subject => ({ kind: 'territory', key });
