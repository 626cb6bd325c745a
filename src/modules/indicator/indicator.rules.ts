import { definePermissions } from '#platform/auth/define-permissions.rules.ts';
import { signedInRoles, type Role } from '#platform/auth/permission.rules.ts';

/** Who answers for figures inside their own scope. */
const keepers: readonly Role[] = ['operator', 'nationalOfficer', 'territorialOfficer', 'chainLeaderOffice', 'clusterStaff'];
const officers: readonly Role[] = ['operator', 'nationalOfficer', 'territorialOfficer'];

export const indicatorPermissions = definePermissions({
  /** Definitions, vintages and tables belong to the whole space. */
  'indicator.read': { open: signedInRoles, within: keepers },
  'indicator.manage': { within: ['operator', 'nationalOfficer'] },
  /** A value has the rights of its subject; one about an organisation is internal unless it says otherwise. */
  'observation.read': { open: signedInRoles, within: [...keepers, 'organisationRepresentative'] },
  'observation.write': { within: [...keepers, 'organisationRepresentative'] },
  /** Who may choose between sources that disagree. */
  'observation.choose': { within: keepers },
  /** Values of a statistical survey before their release: whom they are about, and the officials who collect them. */
  'observation.survey': { within: [...officers, 'organisationRepresentative'] },
});
