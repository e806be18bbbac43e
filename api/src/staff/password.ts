import { argon2, randomBytes, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';

const derive = promisify(argon2);
/** OWASP's first choice for argon2id: 19 MiB, 2 passes, 1 lane. Stored with each hash, so it can be raised later. */
const cost = { memory: 19_456, passes: 2, parallelism: 1 } as const;
const tagLength = 32;

/** At most two at once: each takes 19 MiB and a thread, and a burst of sign-ins must not starve everything else. */
const slots = 2;
const waiting: (() => void)[] = [];
let busy = 0;

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (busy === slots) await new Promise<void>((resolve) => waiting.push(resolve));
  else busy += 1;
  try {
    return await work();
  } finally {
    const next = waiting.shift();
    if (next === undefined) busy -= 1;
    else next();
  }
}

const hash = (password: string, salt: Buffer, passes: number, memory: number): Promise<Buffer> =>
  inTurn(() =>
    derive('argon2id', {
      message: password.normalize('NFC'),
      nonce: salt,
      parallelism: cost.parallelism,
      tagLength,
      memory,
      passes,
    }),
  );

/** `argon2id$<memory>$<passes>$<salt>$<hash>`. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16);
  const tag = await hash(password, salt, cost.passes, cost.memory);
  return ['argon2id', cost.memory, cost.passes, salt.toString('base64'), tag.toString('base64')].join('$');
}

/** Takes as long for a hash that does not exist: whoever measures learns nothing about who has an account. */
export async function passwordMatches(password: string, stored: string | null): Promise<boolean> {
  const [, memory, passes, salt, tag] = (stored ?? nobody).split('$');
  const given = await hash(password, Buffer.from(salt ?? '', 'base64'), Number(passes), Number(memory));
  return timingSafeEqual(given, Buffer.from(tag ?? '', 'base64')) && stored !== null;
}

const nobody = [
  'argon2id',
  cost.memory,
  cost.passes,
  Buffer.alloc(16).toString('base64'),
  Buffer.alloc(tagLength).toString('base64'),
].join('$');
