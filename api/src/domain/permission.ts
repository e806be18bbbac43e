/**
 * What a member of staff may do. There are four roles, made of twelve permissions. The owner has all twelve; a manager has ten,
 * all but the settings and erasing; STAFF has five, so somebody else approves what they write and gives money back; a bookkeeper has one,
 * reading.
 */

/** What the roles are made of; each is described in schema/staff.graphql. */
export const permissions = [
  'READ',
  'WRITE_QUOTES',
  'APPROVE_QUOTES',
  'ISSUE_INVOICES',
  'APPROVE_INVOICES',
  'CORRECT_INVOICES',
  'CONFIRM_PAYMENTS',
  'REFUND_PAYMENTS',
  'SETTLE_REVIEW',
  'EXPORT_CUSTOMER_DATA',
  'ERASE_CUSTOMER_DATA',
  'MANAGE_COMPANY',
] as const;

/** One thing that can be allowed. */
export type Permission = (typeof permissions)[number];

/** The roles, from most to least. */
export const staffRoles = ['OWNER', 'MANAGER', 'STAFF', 'BOOKKEEPER'] as const;

/** One of the roles. */
export type StaffRole = (typeof staffRoles)[number];

const granted: Readonly<Record<StaffRole, readonly Permission[]>> = {
  OWNER: permissions,
  MANAGER: permissions.filter(
    (permission) => permission !== 'MANAGE_COMPANY' && permission !== 'ERASE_CUSTOMER_DATA',
  ),
  STAFF: ['READ', 'WRITE_QUOTES', 'ISSUE_INVOICES', 'CONFIRM_PAYMENTS', 'SETTLE_REVIEW'],
  BOOKKEEPER: ['READ'],
};

/** Everything that the role allows. */
export const permissionsOf = (role: StaffRole): readonly Permission[] => granted[role];

/** Whether the role allows it. */
export const may = (role: StaffRole, permission: Permission): boolean => granted[role].includes(permission);
