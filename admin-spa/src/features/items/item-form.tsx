import { Button } from '@mantine/core';
import { type FormEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import type { CatalogueItemInput } from '../../gql/graphql.ts';
import { Buttons } from '../../ui/dialog.tsx';
import { FaultNote } from '../../ui/fault-note.tsx';
import forms from '../../ui/form.module.css';
import { Panel } from '../../ui/page.tsx';
import { refusedField } from '../../ui/problems.ts';
import { RefusalNote } from '../../ui/refusal-note.tsx';
import type { Write } from '../../write.ts';
import { type ItemEntry, itemInput, itemProblems, readItem } from './item-entry.ts';
import { type ItemDefaults, ItemFields, type KnownItem } from './item-fields.tsx';
import { ItemMargin } from './item-margin.tsx';

type Props = {
  item: KnownItem | null;
  defaults: ItemDefaults;
  write: Pick<Write<never, never>, 'busy' | 'refusal' | 'fault'>;
  submit: string;
  back: ReactNode;
  onSubmit: (item: CatalogueItemInput) => Promise<void>;
};

export function ItemForm({ item, defaults, write, submit, back, onSubmit }: Props) {
  const { currency } = defaults;
  const form = useRef<HTMLFormElement>(null);
  const [entry, setEntry] = useState<ItemEntry | null>(null);
  const [problems, setProblems] = useState<Record<string, string | undefined>>({});
  const read = (from: HTMLFormElement) => readItem(new FormData(from), currency);
  // what the fields say is known once they are there
  useEffect(() => {
    if (form.current) setEntry(readItem(new FormData(form.current), currency));
  }, [currency]);
  const send = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const current = read(event.currentTarget);
    const found = itemProblems(current);
    setProblems(found);
    const [first] = Object.keys(found);
    const input = itemInput(current);
    if (first === undefined && input) await onSubmit(input);
    else event.currentTarget.querySelector<HTMLElement>(`[name="${first}"]`)?.focus();
  };
  return (
    <Panel>
      <form
        ref={form}
        className={forms.form}
        noValidate
        onChange={(event) => setEntry(read(event.currentTarget))}
        onSubmit={(event) => void send(event)}
      >
        <RefusalNote refusal={write.refusal} />
        <FaultNote fault={write.fault} />
        <ItemFields
          item={item}
          defaults={defaults}
          entry={entry}
          problems={{ ...refusedField(write.refusal), ...problems }}
        />
        {entry && <ItemMargin entry={entry} currency={currency} />}
        <Buttons>
          {back}
          <Button type="submit" loading={write.busy}>
            {submit}
          </Button>
        </Buttons>
      </form>
    </Panel>
  );
}
