import type { Ctx } from '../context.ts';
import type { Sql } from '../db/database.ts';
import type { Row } from '../db/entities.ts';
import { statement } from '../db/statement.ts';
import type { EventType } from './event-kind.ts';
import type { Event } from './event.entity.ts';

export type NewEvent = { type: EventType; data: Readonly<Record<string, string | number | null>> };

/** Tells in the transaction that makes it true: an event and what it is about are both there or neither. */
export async function publish(ctx: Ctx, query: Sql, ...events: NewEvent[]): Promise<void> {
  await insertEvents(
    query,
    events.map(({ type, data }) => ({ id: ctx.ids.id(), type, data: JSON.stringify(data), at: ctx.now })),
  );
}

const insertEvents = statement((query, rows: Row<Event>[]) => query.insertInto('event').values(rows));
