import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { networkOf } from '../network.ts';
import { type Refusal, refuse } from '../domain/refusal.ts';

/** Tries per account and per address of the network. Nobody is locked out for good: both windows pass. */
const perAccount = new RateLimiterMemory({ points: 10, duration: 15 * 60 });
const perAddress = new RateLimiterMemory({ points: 50, duration: 15 * 60 });

/** Counts a try; a refusal that says when to come back once there were too many. */
export async function tooManySignIns(email: string, ip: string): Promise<Refusal | null> {
  try {
    await Promise.all([perAccount.consume(email), perAddress.consume(networkOf(ip))]);
    return null;
  } catch (error) {
    if (!(error instanceof RateLimiterRes)) throw error;
    const minutes = Math.max(1, Math.ceil(error.msBeforeNext / 60_000));
    return refuse(
      'TOO_MANY_ATTEMPTS',
      `Too many tries. Please try again in ${minutes} ${minutes === 1 ? 'minute' : 'minutes'}.`,
    );
  }
}
