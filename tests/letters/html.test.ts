import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { html as tagged } from '../../api/src/letters/html.ts';

describe('html', () => {
  it('escapes every value', () => {
    expect(tagged`<p title="${'"a" & \'b\''}">${'<i>'}</p>`.markup).toBe(
      '<p title="&quot;a&quot; &amp; &#39;b&#39;">&lt;i&gt;</p>',
    );
  });

  it('lets through markup that it made itself', () => {
    expect(tagged`<ul>${[tagged`<li>${1}</li>`, tagged`<li>${'<'}</li>`]}</ul>`.markup).toBe(
      '<ul><li>1</li><li>&lt;</li></ul>',
    );
  });

  it('escapes an object that only looks like its own markup', () => {
    const forged: { markup: string } = JSON.parse('{"markup":"<script>"}');
    expect(tagged`${forged}`.markup).toBe('&lt;script&gt;');
  });

  it('leaves no bracket or quote of any text unescaped', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(tagged`${text}`.markup).not.toMatch(/[<>"']/u);
      }),
    );
  });
});
