import { TextInput } from '@mantine/core';

type Props = { word: string; value: string; onType: (text: string) => void; problem: string | undefined };

/** Asked for only where nothing brings it back: whoever copies the number has read which record it is. */
export function TypedWord({ word, value, onType, problem }: Props) {
  return (
    <TextInput
      name="typed"
      label={`Type ${word} to go on`}
      autoComplete="off"
      spellCheck={false}
      value={value}
      onChange={(event) => onType(event.currentTarget.value)}
      error={problem}
    />
  );
}
