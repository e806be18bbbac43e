import { describe, expect, it } from 'vitest';
import { toPoints, toStrokes } from '../../customer-spa/src/features/quote/strokes.ts';

const along = (count: number) => ({
  points: Array.from({ length: count }, (_, i) => ({ x: i % 300, y: i % 2 })),
});

describe('a drawn signature', () => {
  it('is measured on a field of 1000 by 400 in whole numbers, whatever the screen', () => {
    const onPhone = toStrokes(
      [
        {
          points: [
            { x: 0, y: 0 },
            { x: 150, y: 60 },
            { x: 300, y: 120 },
          ],
        },
      ],
      300,
    );
    const onDesk = toStrokes(
      [
        {
          points: [
            { x: 0, y: 0 },
            { x: 300, y: 120 },
            { x: 600, y: 240 },
          ],
        },
      ],
      600,
    );
    expect(onPhone).toEqual([[0, 0, 500, 200, 1000, 400]]);
    expect(onDesk).toEqual(onPhone);
  });

  it('stays inside the field when the pen leaves it', () => {
    expect(
      toStrokes(
        [
          {
            points: [
              { x: -5, y: 130 },
              { x: 310, y: -1 },
            ],
          },
        ],
        300,
      ),
    ).toEqual([[0, 400, 1000, 0]]);
  });

  it('says a resting pen once', () => {
    expect(
      toStrokes(
        [
          {
            points: [
              { x: 30, y: 30 },
              { x: 30.1, y: 30.1 },
              { x: 60, y: 30 },
            ],
          },
        ],
        300,
      ),
    ).toEqual([[100, 100, 200, 100]]);
  });

  it('lies in the same place after the phone is turned', () => {
    const stroke = [0, 0, 333, 217, 1000, 400];
    expect(toStrokes([{ points: toPoints(stroke, 358) }], 358)).toEqual([stroke]);
    expect(toStrokes([{ points: toPoints(stroke, 812) }], 812)).toEqual([stroke]);
  });

  it('never grows past what the server takes, and keeps its ends', () => {
    const strokes = toStrokes([along(9001), along(9000)], 300);
    expect(strokes.flat().length).toBeLessThanOrEqual(20_000);
    expect(strokes[0]?.slice(0, 2)).toEqual([0, 0]);
    expect(strokes[0]?.slice(-2)).toEqual([0, 0]);
    expect(strokes[1]?.slice(-2)).toEqual([997, 3]);
    expect(
      toStrokes(
        Array.from({ length: 300 }, () => along(2)),
        300,
      ),
    ).toHaveLength(200);
  });

  it('is empty while the field has no width', () => {
    expect(toStrokes([along(3)], 0)).toEqual([]);
  });
});
