import { Textarea, TextInput } from '@mantine/core';
import type { TemplateNames } from './template-entry.ts';

type Props = { template: TemplateNames | null; problems: Record<string, string | undefined> };

/** What a template is called, uncontrolled; the form around the fields reads and sends them. */
export function TemplateFields({ template, problems }: Props) {
  return (
    <>
      <TextInput
        label="Name"
        name="name"
        maxLength={100}
        required
        data-autofocus
        defaultValue={template?.name}
        error={problems['name']}
      />
      <TextInput
        label="Trade"
        placeholder="Plumbing"
        name="trade"
        maxLength={60}
        defaultValue={template?.trade}
        error={problems['trade']}
      />
      <Textarea
        label="When to take it"
        name="description"
        maxLength={500}
        autosize
        minRows={2}
        defaultValue={template?.description}
        error={problems['description']}
      />
    </>
  );
}
