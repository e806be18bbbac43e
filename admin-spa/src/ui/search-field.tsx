import { TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { useState } from 'react';
import { Icon } from './icons.tsx';

type Props = { label: string; value: string; onSearch: (text: string) => void };

/** Searches a moment after the last key, so that a list is not read once per letter. */
export function SearchField({ label, value, onSearch }: Props) {
  const [text, setText] = useState(value);
  const [applied, setApplied] = useState(value);
  // Back in the browser changes the search from outside: then the field follows
  if (value !== applied) {
    setApplied(value);
    setText(value);
  }
  const search = useDebouncedCallback((next: string) => {
    setApplied(next.trim());
    onSearch(next.trim());
  }, 250);
  return (
    <TextInput
      type="search"
      size="xs"
      aria-label={label}
      placeholder={label}
      leftSection={<Icon name="search" size={15} />}
      value={text}
      onChange={(event) => {
        setText(event.currentTarget.value);
        search(event.currentTarget.value);
      }}
      // whoever goes on to a row is not brought back by a search that comes after them
      onBlur={({ relatedTarget }) => relatedTarget instanceof HTMLAnchorElement && search.cancel()}
    />
  );
}
