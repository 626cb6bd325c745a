import { definePermissions } from '#platform/auth/define-permissions.rules.ts';
import { signedInRoles } from '#platform/auth/permission.rules.ts';

/** Figures count only what their reader may see, so everyone with a mandate may ask for them. */
export const publicationPermissions = definePermissions({
  'figure.read': { open: signedInRoles },
});
