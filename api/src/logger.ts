import { type Logger, pino } from 'pino';
import type { Config } from './config.ts';

/** One JSON line per event. Nothing is logged that was not named in the call: no headers, no bodies, no addresses of people. */
export const createLogger = (config: Pick<Config, 'logLevel'>): Logger =>
  pino({
    level: config.logLevel,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (level) => ({ level }) },
    serializers: { err: describeError },
  });

/** A fault with its stack, but without what a library hangs on it: a driver's error may carry the row that it was about. */
function describeError(error: unknown): object {
  if (!(error instanceof Error)) return { message: String(error) };
  const code = 'code' in error ? { code: String(error.code) } : {};
  return {
    type: error.name,
    ...code,
    message: withoutSecrets(error.message),
    stack: withoutSecrets(error.stack ?? ''),
  };
}

/** Mail servers quote the recipient in their answers, and a token is never far from its address. */
const withoutSecrets = (text: string): string =>
  text
    .slice(0, 4000)
    .replace(/[\w-]{43,}/g, '[43 characters or more]')
    .replace(/[^\s<>"'(]+@[^\s<>"')]+/g, '[address]');
