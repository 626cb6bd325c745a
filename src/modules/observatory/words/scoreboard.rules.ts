import { definePermissions } from '#platform/auth/define-permissions.rules.ts';

export const scoreboardPermissions = definePermissions({});
