import { Button, Textarea } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { graphql } from '../../gql/gql.ts';
import type { QuoteMessageKind, QuoteMessagesFragment } from '../../gql/graphql.ts';
import { useMay } from '../../session.ts';
import { Instant } from '../../ui/day.tsx';
import { FaultNote } from '../../ui/fault-note.tsx';
import { Panel } from '../../ui/page.tsx';
import { RefusalNote } from '../../ui/refusal-note.tsx';
import { useWrite } from '../../write.ts';
import styles from './messages-panel.module.css';

graphql(`
  fragment QuoteMessages on Quote {
    id
    approvedAt
    messages {
      id
      kind
      author
      quoteNumber
      text
      at
    }
  }
`);

const Answer = graphql(`
  mutation MessagesPanel_Answer($input: AnswerQuoteInput!) {
    answerQuote(input: $input) {
      ...Stepped
      ...Refused
    }
  }
`);

const kinds: Record<QuoteMessageKind, string> = {
  QUESTION: 'asks',
  CHANGE_REQUEST: 'wants a change',
  DECLINE: 'declined',
  FRESH_QUOTE_REQUEST: 'wants a fresh quote',
  ANSWER: 'answered',
};

/** The conversation with the customer about all versions of the offer; an answer goes out by mail and stands on their page. */
export function MessagesPanel({ quote }: { quote: QuoteMessagesFragment }) {
  const mayAnswer = useMay('WRITE_QUOTES');
  if (quote.messages.length === 0) return null;
  return (
    <Panel title="Conversation">
      <ol className={styles.messages}>
        {quote.messages.map((message) => (
          <li key={message.id} data-ours={message.kind === 'ANSWER' || undefined}>
            <div className={styles.who}>
              <strong>{message.author}</strong> {kinds[message.kind]} · <Instant at={message.at} />
            </div>
            {message.text && <p>{message.text}</p>}
          </li>
        ))}
      </ol>
      {mayAnswer && <AnswerForm quoteId={quote.id} />}
    </Panel>
  );
}

function AnswerForm({ quoteId }: { quoteId: string }) {
  const write = useWrite(Answer, (data) => data.answerQuote);
  const [text, setText] = useState('');
  const [idempotencyKey, setKey] = useState(() => crypto.randomUUID());
  const send = async () => {
    if (!(await write.run({ input: { idempotencyKey, id: quoteId, text: text.trim() } }))) return;
    setText('');
    setKey(crypto.randomUUID());
    notifications.show({ message: 'Your answer is on its way to the customer.' });
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <Textarea
        label="Your answer"
        required
        maxLength={5000}
        autosize
        minRows={3}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <RefusalNote refusal={write.refusal} />
      <FaultNote fault={write.fault} />
      <Button type="submit" mt="xs" disabled={text.trim() === ''} loading={write.busy}>
        Send the answer
      </Button>
    </form>
  );
}
