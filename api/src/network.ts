import { isIPv4 } from 'node:net';

/**
 * Who an address belongs to, for counting: the address itself, or of IPv6 the /64 in front, because every household and every
 * rented server has all the addresses behind one. `2001:db8:1:2:aaaa::1` counts for `2001:db8:1:2::/64`.
 */
export function networkOf(ip: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(ip)?.[1] ?? ip;
  if (isIPv4(mapped)) return mapped;
  const [front = '', back] = mapped.toLowerCase().split('::');
  const groups = (text: string): string[] => (text === '' ? [] : text.split(':'));
  const known = groups(front);
  const whole =
    back === undefined
      ? known
      : [
          ...known,
          ...Array<string>(Math.max(0, 8 - known.length - groups(back).length)).fill('0'),
          ...groups(back),
        ];
  const network = whole.slice(0, 4).map((group) => group.replace(/^0+(?=.)/, ''));
  return `${network.join(':')}::/64`;
}
