import type { Name } from '#platform/i18n/name.schema.ts';
import { questionOf, type Owner, type OwnerQuestion } from './find-owners.ts';
import type { HeldCluster } from './find-clusters.ts';
import { isNamed, shownName, type RowReader } from './row-reader.ts';

export interface Subject {
  clusterId: string | null;
  organisationId: string | null;
  open: OwnerQuestion | null;
}

/** The organisation a row needs, found, open or refused with what to do about it. */
export function judgeOrganisation(reader: RowReader, name: Name, owner: Owner | undefined): Pick<Subject, 'organisationId' | 'open'> {
  if (owner?.organisationId) return { organisationId: owner.organisationId, open: null };
  const open = questionOf(owner);
  const isAsked = isNamed(name) || reader.cell('uscc') !== '' || reader.cell('externalCode') !== '';
  if (!isAsked) reader.refuse('organisationMissing', 'organisationName');
  else if (open) return { organisationId: null, open };
  else if (owner && owner.candidates.length > 0 && reader.row.decision === undefined) {
    // Only others of the name, in other places: a person may still mean one of them.
    reader.remark('organisationUnsure', 'organisationName', { name: shownName(name), count: owner.candidates.length });
    return { organisationId: null, open: { candidates: owner.candidates, question: shownName(name) } };
  } else if (reader.refusals.length === 0) reader.refuse('organisationUnknown', 'organisationName', { name: shownName(name) || reader.cell('uscc') || reader.cell('externalCode') });
  return { organisationId: null, open: null };
}

/** The cluster a row names: exactly one, or the row says why not. */
export function judgeCluster(reader: RowReader, cluster: string, clusters: readonly HeldCluster[]): string | null {
  if (cluster === '') return reader.refuse('clusterMissing', 'cluster');
  if (clusters.length === 0) return reader.refuse('clusterUnknown', 'cluster', { name: cluster.slice(0, 80) });
  if (clusters.length > 1) return reader.refuse('clusterUnsure', 'cluster', { name: cluster.slice(0, 80), count: clusters.length });
  return clusters[0]?.id ?? null;
}

export function judgeSubject(reader: RowReader, { cluster, clusters, name, owner }: { cluster: string; clusters: readonly HeldCluster[]; name: Name; owner: Owner | undefined }): Subject {
  const organisation = judgeOrganisation(reader, name, owner);
  return { clusterId: judgeCluster(reader, cluster, clusters), ...organisation };
}
