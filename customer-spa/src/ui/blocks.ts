import type { Rich_BlockFragment as Block } from '../gql/graphql.ts';

export type BlockGroup = Readonly<{ kind: Block['kind']; blocks: readonly Block[] }>;

/** Neighbouring items of one kind of list belong into one list element. */
export function grouped(blocks: readonly Block[]): BlockGroup[] {
  const groups: { kind: Block['kind']; blocks: Block[] }[] = [];
  for (const block of blocks) {
    const last = groups.at(-1);
    const isItem = block.kind === 'BULLET' || block.kind === 'NUMBERED';
    if (isItem && last?.kind === block.kind) last.blocks.push(block);
    else groups.push({ kind: block.kind, blocks: [block] });
  }
  return groups;
}
