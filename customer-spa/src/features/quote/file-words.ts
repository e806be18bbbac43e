import { locale } from '../../ui/locale.ts';

/** `PDF, 1.2 MB`. */
export function sizeText(contentType: string, size: number): string {
  const kind = contentType === 'application/pdf' ? 'PDF' : 'Picture';
  const [amount, unit] =
    size < 1_000_000 ? [Math.max(1, Math.round(size / 1000)), 'kB'] : [size / 1_000_000, 'MB'];
  return `${kind}, ${amount.toLocaleString(locale, { maximumFractionDigits: 1 })} ${unit}`;
}
