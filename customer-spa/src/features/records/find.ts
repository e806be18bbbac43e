/** Where a file is now, found in the newest answer: addresses live for five minutes. */
export type Find<Records> = (
  pick: (records: Records) => string | null | undefined,
) => () => Promise<string | null>;
