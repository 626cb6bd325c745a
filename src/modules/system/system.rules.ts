import { definePermissions } from '#platform/auth/define-permissions.rules.ts';
import { signedInRoles } from '#platform/auth/permission.rules.ts';

export const systemPermissions = definePermissions({
  'job.read': { within: ['operator'], power: 'system' },
  'job.cancel': { within: ['operator'], power: 'system' },
  'job.retry': { within: ['operator'], power: 'system' },
  'health.read': { within: ['operator'], power: 'system' },
  'level.read': { within: ['operator', 'nationalOfficer'] },
  'level.update': { within: ['operator'], power: 'security' },
  'exportRequest.create': { open: signedInRoles, within: signedInRoles },
  'exportRequest.approve': { within: ['operator', 'nationalOfficer'], power: 'security' },
});
