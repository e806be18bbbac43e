import type { MailboxProof } from '../../gql/graphql.ts';
import { Field } from '../../ui/field.tsx';
import type { Problem } from '../../ui/problem.ts';

type Props = {
  proof: MailboxProof;
  name: string;
  onName: (name: string) => void;
  email: string;
  onEmail: (email: string) => void;
  problems: readonly Problem[];
};

/** Who signs. The address is asked for where it has to be the one that the quote was sent to. */
export function SignerFields({ proof, name, onName, email, onEmail, problems }: Props) {
  return (
    <>
      <Field
        at="sign-name"
        label="Your name"
        autoComplete="name"
        maxLength={500}
        value={name}
        onText={onName}
        problems={problems}
      />
      {proof !== 'NONE' && (
        <Field
          at="sign-email"
          label="Your e-mail address"
          type="email"
          inputMode="email"
          autoComplete="email"
          value={email}
          onText={onEmail}
          problems={problems}
        />
      )}
    </>
  );
}
