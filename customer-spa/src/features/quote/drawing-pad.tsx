import { useEffect, useRef, useState } from 'react';
import type SignaturePad from 'signature_pad';
import { toPoints, toStrokes, type Stroke } from './strokes.ts';

type Props = {
  strokes: readonly Stroke[];
  onStrokes: (strokes: Stroke[]) => void;
  problemId: string | undefined;
};

/** Where the name is drawn. The strokes live outside, so turning the phone or changing the tab loses nothing. */
export function DrawingPad({ strokes, onStrokes, problemId }: Props) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const pad = useRef<SignaturePad>(null);
  const kept = useRef({ strokes, onStrokes });
  useEffect(() => {
    kept.current = { strokes, onStrokes };
  });
  const [isMissing, setMissing] = useState(false);

  useEffect(() => {
    const field = canvas.current;
    if (!field) return;
    let isGone = false;
    const size = new ResizeObserver(() => pad.current && fit(field, pad.current, kept.current.strokes));
    void import('signature_pad').then(
      ({ default: Pad }) => {
        if (isGone) return;
        const made = new Pad(field, { penColor: '#14213d', minWidth: 0.8, maxWidth: 2.4 });
        made.addEventListener('endStroke', () =>
          kept.current.onStrokes(toStrokes(made.toData(), field.clientWidth)),
        );
        pad.current = made;
        size.observe(field);
      },
      () => setMissing(true),
    );
    return () => {
      isGone = true;
      size.disconnect();
      pad.current?.off();
    };
  }, []);

  function change(next: Stroke[]) {
    onStrokes(next);
    if (canvas.current && pad.current) fit(canvas.current, pad.current, next);
  }

  if (isMissing)
    return <p className="field-problem">The drawing field did not load. Please type your name instead.</p>;
  return (
    <>
      <canvas ref={canvas} id="sign-drawing" className="paper" tabIndex={-1} aria-describedby={problemId}>
        A field to draw your signature in. Strokes so far: {strokes.length}
      </canvas>
      <div className="row">
        <button
          type="button"
          className="quiet"
          disabled={strokes.length === 0}
          onClick={() => change(strokes.slice(0, -1))}
        >
          Undo
        </button>
        <button type="button" className="quiet" disabled={strokes.length === 0} onClick={() => change([])}>
          Clear
        </button>
      </div>
    </>
  );
}

/** Gives the canvas as many dots as the screen has, which empties it, and draws the strokes again. */
function fit(field: HTMLCanvasElement, pad: SignaturePad, strokes: readonly Stroke[]) {
  const width = field.clientWidth;
  if (width === 0) return;
  const density = Math.max(1, devicePixelRatio);
  field.width = width * density;
  field.height = field.clientHeight * density;
  field.getContext('2d')?.scale(density, density);
  pad.clear();
  const { penColor, dotSize, minWidth, maxWidth, velocityFilterWeight, compositeOperation } = pad;
  const ink = { penColor, dotSize, minWidth, maxWidth, velocityFilterWeight, compositeOperation };
  // evenly timed and pressed: speed and pressure are not kept, they would only change the width of the line
  pad.fromData(
    strokes.map((stroke) => ({
      ...ink,
      points: toPoints(stroke, width).map((point, i) => ({ ...point, pressure: 0.5, time: i * 16 })),
    })),
  );
}
