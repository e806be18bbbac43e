import type { Ctx } from '../context.ts';

/** Who our mails are from. Of a name goes what would end it in a header: no mailbox is read in what is left. */
export const senderOf = ({ config, company }: Pick<Ctx, 'config' | 'company'>): string =>
  config.MAIL_FROM ?? `${company.name.replace(/[<>]/g, '').trim()} <${company.email}>`;
