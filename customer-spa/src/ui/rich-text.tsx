import { graphql } from '../gql/gql.ts';
import type { Rich_BlockFragment } from '../gql/graphql.ts';
import { grouped, type BlockGroup } from './blocks.ts';

graphql(`
  fragment Rich_Block on RichBlock {
    kind
    level
    spans {
      text
      bold
      italic
      href
    }
  }
`);

type Span = Rich_BlockFragment['spans'][number];

/** Text from staff, built of elements one by one: there is no way for markup to come in. */
export function RichText({ blocks }: { blocks: readonly Rich_BlockFragment[] }) {
  // h1 is the title and h2 the section, so the text's own highest heading is an h3, whatever its author called it
  const top = Math.min(...blocks.filter(({ kind }) => kind === 'HEADING').map(({ level }) => level));
  return (
    <div className="prose">
      {grouped(blocks).map((group, index) => (
        <Group key={index} top={top} {...group} />
      ))}
    </div>
  );
}

function Group({ kind, blocks, top }: BlockGroup & { top: number }) {
  const spans = blocks[0]?.spans ?? [];
  if (kind === 'HEADING')
    return blocks[0]?.level === top ? <h3>{spans.map(run)}</h3> : <h4>{spans.map(run)}</h4>;
  if (kind === 'PARAGRAPH') return <p>{spans.map(run)}</p>;
  const items = blocks.map((block, index) => (
    <li key={index} className={`nested-${Math.min(block.level, 4)}`}>
      {block.spans.map(run)}
    </li>
  ));
  return kind === 'BULLET' ? <ul>{items}</ul> : <ol>{items}</ol>;
}

function run({ text, bold, italic, href }: Span, index: number) {
  const italics = italic ? <em key={index}>{text}</em> : text;
  const styled = bold ? <strong key={index}>{italics}</strong> : italics;
  // the contract promises such addresses alone; a page that takes money looks again
  const safe = href !== null && /^(https?|mailto):/i.test(href);
  if (!safe) return styled;
  return (
    <a key={index} href={href} rel="noopener noreferrer" target="_blank">
      {styled}
    </a>
  );
}
