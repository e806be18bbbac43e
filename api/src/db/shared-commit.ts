import type Database from 'better-sqlite3';
import { setImmediate as turn } from 'node:timers/promises';
import { CompiledQuery, type Kysely, type Transaction } from 'kysely';

/** One transaction as a use case sees it, waiting for its turn. */
type Act<Tables> = {
  /** Does the work; what it returns tells the caller, once the commit has happened. */
  run(transaction: Transaction<Tables>): Promise<() => void>;
  fail(error: unknown): void;
};

/** How long acts may join a commit before those already done are answered, in milliseconds. */
const longestGroup = 20;
/** How long acts may run before whoever only reads gets a turn, in milliseconds as well. */
const longestTurn = 2;

const savepoint = CompiledQuery.raw('savepoint act');
const release = CompiledQuery.raw('release act');
const undo = CompiledQuery.raw('rollback to act');

/**
 * Transactions that arrive in one turn of the event loop share one commit, because waiting for the disk is most of what
 * a commit costs: at 32 signers this made a third more signatures per second. Each runs alone, one after the other, in a
 * savepoint of its own: one that fails is undone by itself. Nobody is answered before the commit; when it fails, all fail.
 */
export class SharedCommit<Tables> {
  readonly #kysely: Kysely<Tables>;
  readonly #database: Database.Database;
  #waiting: Act<Tables>[] = [];
  #isWorking = false;

  constructor(kysely: Kysely<Tables>, database: Database.Database) {
    this.#kysely = kysely;
    this.#database = database;
  }

  transaction<T>(work: (transaction: Transaction<Tables>) => Promise<T>): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      const run = async (transaction: Transaction<Tables>) => {
        const result = await work(transaction);
        return () => resolve(result);
      };
      this.#waiting.push({ run, fail: reject });
      if (this.#isWorking) return;
      this.#isWorking = true;
      setImmediate(() => void this.#workUntilDone());
    });
  }

  async #workUntilDone(): Promise<void> {
    while (this.#waiting.length > 0) await this.#commitGroup();
    this.#isWorking = false;
  }

  async #commitGroup(): Promise<void> {
    const group: Act<Tables>[] = [];
    try {
      const answers = await this.#kysely
        .transaction()
        .execute((transaction) => this.#runGroup(transaction, group));
      for (const answer of answers) answer();
    } catch (error) {
      // Without a single act it was BEGIN that failed, after a long wait: the others have waited as long.
      const failed = group.length > 0 ? group : this.#waiting.splice(0);
      for (const act of failed) act.fail(error);
    }
  }

  async #runGroup(transaction: Transaction<Tables>, group: Act<Tables>[]): Promise<(() => void)[]> {
    const answers: (() => void)[] = [];
    const started = performance.now();
    let turned = started;
    while (performance.now() - started < longestGroup) {
      const act = this.#waiting.shift();
      if (act === undefined) break;
      group.push(act);
      answers.push(await this.#runAlone(transaction, act));
      if (performance.now() - turned > longestTurn) {
        await turn();
        turned = performance.now();
      }
    }
    return answers;
  }

  async #runAlone(transaction: Transaction<Tables>, act: Act<Tables>): Promise<() => void> {
    await transaction.executeQuery(savepoint);
    try {
      const answer = await act.run(transaction);
      await transaction.executeQuery(release);
      return answer;
    } catch (error) {
      // A full disk makes SQLite give up the whole transaction, and with it what the acts before wrote.
      if (!this.#database.inTransaction) throw error;
      await transaction.executeQuery(undo);
      await transaction.executeQuery(release);
      return () => act.fail(error);
    }
  }
}
