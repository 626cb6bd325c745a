import { definePermissions } from '#platform/auth/define-permissions.rules.ts';

export const systemPermissions = definePermissions({
  'job.read': { within: ['operator'], power: 'system' },
  'job.cancel': { within: ['operator'], power: 'system' },
  'job.retry': { within: ['operator'], power: 'system' },
});
