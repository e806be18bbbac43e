import { Button, TextInput } from '@mantine/core';
import { useRef, useState } from 'react';
import type { ContactEntry } from '../../ui/customer-entry.ts';
import { Icon } from '../../ui/icons.tsx';
import styles from './contact-fields.module.css';

const most = 20;

type Props = { known: readonly ContactEntry[]; problems: Record<string, string | undefined> };

/** People beside the main contact: as many as there are, each with what is known. */
export function ContactFields({ known, problems }: Props) {
  const [contacts, setContacts] = useState(known);
  const [added, setAdded] = useState<string | null>(null);
  const addButton = useRef<HTMLButtonElement>(null);
  const add = () => {
    const id = crypto.randomUUID();
    setContacts([...contacts, { id, name: '', email: '', phone: '', role: '' }]);
    setAdded(id);
  };
  const remove = (id: string) => {
    setContacts(contacts.filter((contact) => contact.id !== id));
    addButton.current?.focus();
  };
  return (
    <>
      {contacts.length === 0 && (
        <p className={styles.none}>
          Accounts, a site manager: whoever else you talk to. Links go to the main contact.
        </p>
      )}
      {contacts.map((contact, place) => (
        <div key={contact.id} className={styles.contact} role="group" aria-label={`Contact ${place + 1}`}>
          <input type="hidden" name={`contacts.${place}.id`} value={contact.id} />
          <div className={styles.fields}>
            {fields.map(({ name, label, type, maxLength }) => (
              <TextInput
                key={name}
                label={label}
                name={`contacts.${place}.${name}`}
                type={type}
                maxLength={maxLength}
                required={name === 'name'}
                autoFocus={name === 'name' && contact.id === added}
                defaultValue={contact[name]}
                error={problems[`contacts.${place}.${name}`]}
              />
            ))}
          </div>
          <Button
            className={styles.remove ?? ''}
            variant="subtle"
            color="gray"
            size="compact-sm"
            onClick={() => remove(contact.id)}
          >
            Remove<span className="unseen"> contact {place + 1}</span>
          </Button>
        </div>
      ))}
      <div>
        <Button
          ref={addButton}
          variant="default"
          size="xs"
          leftSection={<Icon name="plus" size={14} />}
          disabled={contacts.length >= most}
          onClick={add}
        >
          Add a contact
        </Button>
      </div>
    </>
  );
}

const fields = [
  { name: 'name', label: 'Name', type: 'text', maxLength: 200 },
  { name: 'role', label: 'Role', type: 'text', maxLength: 100 },
  { name: 'email', label: 'E-mail', type: 'email', maxLength: 254 },
  { name: 'phone', label: 'Telephone', type: 'tel', maxLength: 50 },
] as const;
