import type { Sql } from '../../api/src/db/database.ts';

/** Is told of every statement that is written in SQL. */
export const countingPlugin = (told: () => void): Parameters<Sql['withPlugin']>[0] => ({
  transformQuery: ({ node }) => {
    told();
    return node;
  },
  transformResult: async ({ result }) => result,
});
