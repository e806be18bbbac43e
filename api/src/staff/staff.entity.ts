import { defineEntity, p } from '@mikro-orm/core';
import type { Instant } from '../db/instant.ts';
import type { StaffRole } from '../domain/permission.ts';

const StaffSchema = defineEntity({
  name: 'Staff',
  properties: {
    id: p.text().primary(),
    version: p.integer().version(),
    name: p.text(),
    /** Lower case, so that the unique index forbids the same mailbox in other letters. */
    email: p.text().unique(),
    role: p.text().$type<StaffRole>(),
    /** argon2id with its parameters, so that they can be raised later. */
    passwordHash: p.text(),
    createdAt: p.text().$type<Instant>(),
    disabledAt: p.text().$type<Instant>().nullable(),
  },
});
export class Staff extends StaffSchema.class {}
StaffSchema.setClass(Staff);

const SessionSchema = defineEntity({
  name: 'Session',
  properties: {
    /** SHA-256 of the cookie's value: a copy of the table opens no session. */
    tokenHash: p.text().primary(),
    staffId: () => p.manyToOne(Staff).mapToPk().fieldName('staff_id'),
    createdAt: p.text().$type<Instant>(),
    lastSeenAt: p.text().$type<Instant>(),
  },
});
export class Session extends SessionSchema.class {}
SessionSchema.setClass(Session);
