import { SegmentedControl, TextInput } from '@mantine/core';
import { type Money, useFormat } from '../../ui/format.ts';

export type Extent = 'ALL' | 'AMOUNT' | 'LINES';

type Props = {
  left: Money;
  /** Whether there is more than one line to choose from. */
  hasLines: boolean;
  extent: Extent;
  onExtent: (extent: Extent) => void;
  typed: string;
  onType: (typed: string) => void;
  problem: string | undefined;
};

/** All that is left, an amount of it, or some of the lines. */
export function CreditExtent({ left, hasLines, extent, onExtent, typed, onType, problem }: Props) {
  const format = useFormat();
  return (
    <>
      <SegmentedControl
        aria-label="How much"
        fullWidth
        value={extent}
        onChange={onExtent}
        data={[
          { value: 'ALL', label: `All: ${format.money(left)}` },
          { value: 'AMOUNT', label: 'An amount' },
          ...(hasLines ? [{ value: 'LINES' as const, label: 'Lines' }] : []),
        ]}
      />
      {extent === 'AMOUNT' && (
        <TextInput
          label={`Amount in ${left.currency}, with ${format.taxLabel}`}
          name="amount"
          inputMode="decimal"
          value={typed}
          onChange={(event) => onType(event.currentTarget.value)}
          error={problem}
          autoFocus
        />
      )}
    </>
  );
}
