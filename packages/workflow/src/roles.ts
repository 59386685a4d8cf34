import { ok, refuse, type Problem, type Result } from '@dingben/kernel';

/** 起草, 部门联络, 审核, 发布, 审计, 系统管理. */
export const ROLES = ['editor', 'liaison', 'reviewer', 'publisher', 'auditor', 'admin'] as const;
export type Role = (typeof ROLES)[number];

/** `system` is the service itself acting on a date or at an import; no account can hold it. */
export type ActorRole = Role | 'system';

export const PERMISSIONS = [
  'standard.read',
  'edition.fork',
  'edition.transition',
  'edition.publish',
  'amendment.write',
  'amendment.review',
  'amendment.comment',
  'amendment.merge',
  'finding.answer',
  'registry.write',
  'import.write',
  'reference.correct',
  'class.confirm',
  'ledger.read',
  'account.manage',
  'export.read',
] as const;
export type Permission = (typeof PERMISSIONS)[number];

/** What each role may do. The auditor reads everything and writes nothing; the admin has no right to any content. */
export const ROLE_PERMISSIONS: Readonly<Record<Role, readonly Permission[]>> = Object.freeze({
  editor: Object.freeze<Permission[]>([
    'standard.read',
    'edition.fork',
    'edition.transition',
    'amendment.write',
    'amendment.comment',
    'amendment.merge',
    'finding.answer',
    'registry.write',
    'import.write',
    'reference.correct',
    'class.confirm',
    'export.read',
  ]),
  liaison: Object.freeze<Permission[]>(['standard.read', 'amendment.write', 'amendment.comment', 'export.read']),
  reviewer: Object.freeze<Permission[]>([
    'standard.read',
    'edition.transition',
    'amendment.review',
    'amendment.comment',
    'amendment.merge',
    'finding.answer',
    'export.read',
  ]),
  publisher: Object.freeze<Permission[]>(['standard.read', 'edition.transition', 'edition.publish', 'export.read']),
  auditor: Object.freeze<Permission[]>(['standard.read', 'ledger.read', 'export.read']),
  admin: Object.freeze<Permission[]>(['account.manage', 'standard.read']),
});

const EXCLUSIVE: readonly Role[] = ['auditor', 'admin'];

/** The rights of a person with these roles, in the order of `PERMISSIONS`. */
export function permissionsOf(roles: readonly Role[]): Permission[] {
  return PERMISSIONS.filter((permission) => roles.some((role) => ROLE_PERMISSIONS[role].includes(permission)));
}

export function isRole(name: string): name is Role {
  return (ROLES as readonly string[]).includes(name);
}

export type RolesCode = 'account.roles-empty' | 'account.role-unknown' | 'account.roles-exclusive';

/** Whether one account may hold these roles together: auditor and admin stand alone, a role is named once. */
export function checkRoles(roles: readonly string[]): Result<Role[], Problem<RolesCode>> {
  if (roles.length === 0) return refuse('account.roles-empty');
  const known: Role[] = [];
  for (const role of roles) {
    if (!isRole(role) || known.includes(role)) return refuse('account.role-unknown', { role });
    known.push(role);
  }
  const alone = known.find((role) => EXCLUSIVE.includes(role));
  return alone !== undefined && known.length > 1 ? refuse('account.roles-exclusive', { role: alone }) : ok(known);
}
