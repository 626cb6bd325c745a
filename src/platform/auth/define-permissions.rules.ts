import type { Permissions } from './permission.rules.ts';

/** Names follow `<stem>.<verb>`; the same name stands in the contract, the audit and the messages. */
export function definePermissions<const P extends Permissions>(permissions: P): P {
  for (const name of Object.keys(permissions)) {
    if (!/^[a-z][A-Za-z]*\.[a-z][A-Za-z]*$/.test(name)) throw new Error(`permission names are <stem>.<verb>: ${name}`);
  }
  return permissions;
}
