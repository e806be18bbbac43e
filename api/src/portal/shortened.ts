/** `ana@example.com` as `a…@example.com`: enough to know one's own address, too little to learn somebody else's. */
export const shortened = (address: string): string =>
  `${address.slice(0, 1)}…${address.slice(address.lastIndexOf('@'))}`;
