import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import type { PaymentQr } from '../../api/src/domain/payment-qr/payment-qr.ts';
import { qrPicture } from '../../api/src/letters/qr-picture.ts';
import { drawn, scanned } from '../support/scan.ts';

const epc: PaymentQr = {
  standard: 'EPC',
  payload: 'BCD\n002\n1\nSCT\n\nKupfer & Söhne GmbH\nDE89370400440532013000\nEUR1124.70\n\n\nINV-2026-0001',
};
const swiss: PaymentQr = {
  standard: 'SWISS_QR',
  payload:
    'SPC\n0200\n1\nCH4431999123000889012\nS\nSeefeld Atelier für Möbel und Raum AG\nSeefeldstrasse\n12\n8008\nZürich\nCH\n\n\n\n\n\n\n\n1949.75\nCHF\n\n\n\n\n\n\n\nQRR\n210000000003139471430009017\nINV-2026-0001\nEPD',
};
const payNow: PaymentQr = {
  standard: 'PAYNOW',
  payload:
    '00020101021226490009SG.PAYNOW010120210201403121W03010040820310917520400005303702540525.505802SG5913Demo Merchant6009Singapore62160112INV-DEMO-00163047102',
};

describe.each([epc, swiss, payNow])('$standard', (code) => {
  test.each([400, 700, 1000])('is read back to the letter at %d pixels', async (pixels) => {
    expect(await scanned(drawn(qrPicture(code), pixels))).toBe(code.payload);
  });

  test('leaves the white margin that readers ask for', () => {
    const { path, size } = qrPicture(code);
    const starts = [...path.matchAll(/M([\d.]+) ([\d.]+)/g)].flatMap(([, x, y]) => [Number(x), Number(y)]);
    const margin = code.standard === 'SWISS_QR' ? Math.ceil((5 / 56) * size) - 1 : 4;
    expect(Math.min(...starts)).toBeGreaterThanOrEqual(margin);
    expect(Math.max(...starts)).toBeLessThan(size - margin);
  });
});

test('a Swiss code has the cross in the middle: black around it, white in it', async () => {
  const { path, size } = qrPicture(swiss);
  const { data, info } = await sharp(drawn({ path, size }, 920))
    .greyscale()
    .raw()
    .toBuffer({ resolveWithObject: true });
  const millimetre = (920 / size) * ((size - 2 * Math.ceil((size * 5) / 57)) / 46);
  const at = (right: number, down: number) =>
    data[Math.round(460 + down * millimetre) * info.width + Math.round(460 + right * millimetre)] ?? -1;
  expect(at(0, 0)).toBeGreaterThan(240);
  expect(at(1.7, 0)).toBeGreaterThan(240);
  expect(at(0, -1.7)).toBeGreaterThan(240);
  expect(at(2, 2)).toBeLessThan(20);
  expect(at(-2.7, 1)).toBeLessThan(20);
  expect(at(3.25, 0)).toBeGreaterThan(240);
});
