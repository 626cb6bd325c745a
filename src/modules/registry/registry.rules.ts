import { definePermissions } from '#platform/auth/define-permissions.rules.ts';
import { signedInRoles, type Role } from '#platform/auth/permission.rules.ts';

/** Officers and staff who keep the register inside their own scope. */
const keepers: readonly Role[] = ['operator', 'nationalOfficer', 'territorialOfficer', 'chainLeaderOffice', 'clusterStaff'];
const officers: readonly Role[] = ['operator', 'nationalOfficer', 'territorialOfficer'];
const owners: readonly Role[] = [...keepers, 'organisationRepresentative'];

/** Open records are for everyone who signed in; internal ones only for those whose mandate covers them. */
const read = { open: signedInRoles, within: owners };

export const registryPermissions = definePermissions({
  'organisation.read': read,
  'organisation.create': { within: keepers },
  'organisation.update': { within: owners },
  'organisation.archive': { within: officers },
  'organisation.merge': { within: ['operator', 'nationalOfficer', 'territorialOfficer'] },
  'cluster.read': read,
  'cluster.create': { within: officers },
  'cluster.update': { within: keepers },
  'cluster.archive': { within: officers },
  'place.read': read,
  'place.create': { within: keepers },
  'place.update': { within: keepers },
  'place.archive': { within: officers },
  'record.listed': read,
  'list.create': { within: ['operator', 'nationalOfficer'] },
  'list.update': { within: ['operator', 'nationalOfficer'] },
  'programme.read': read,
  'programme.create': { within: ['operator', 'nationalOfficer'] },
  'programme.update': { within: ['operator', 'nationalOfficer'] },
  /** Territories and industries are public reference; reading them needs only a mandate. */
  'reference.read': { open: signedInRoles },
  'reference.import': { within: ['operator'] },
  'source.read': { open: signedInRoles },
  'source.create': { within: keepers },
  'attribute.create': { within: officers },
  /** Statements are read and written with the rights on the record they are about; deciding between them is for keepers. */
  'statement.choose': { within: keepers },
});
