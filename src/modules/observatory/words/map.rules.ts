import { definePermissions } from '#platform/auth/define-permissions.rules.ts';
import { signedInRoles } from '#platform/auth/permission.rules.ts';

export const mapPermissions = definePermissions({
  /** The map is made of rows of the register and shows each reader what those rows' own rights allow. */
  'densityMap.read': { open: signedInRoles, within: ['operator', 'nationalOfficer', 'territorialOfficer', 'chainLeaderOffice', 'clusterStaff', 'organisationRepresentative'] },
});
