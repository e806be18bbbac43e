import { signIn } from '../support/operations.ts';
import { aTable } from '../support/statements.ts';
import type { Figures } from './measure.ts';
import { owner } from './office.ts';

const lines = 10_000;

/** A year of a busy account: half of the lines name an invoice, a tenth is money that went, no two are equal. */
const statement = (): string =>
  aTable(
    Array.from({ length: lines }, (_, at) => ({
      day: `${String((at % 28) + 1).padStart(2, '0')}/${String((at % 12) + 1).padStart(2, '0')}/2026`,
      name: at % 3 === 0 ? 'SILVA DENTAL PTY LTD' : `Customer ${at}`,
      reference: at % 2 === 0 ? `INV-2026-${String((at % 9999) + 1).padStart(4, '0')}` : `Payment ${at}`,
      amount: `${at % 10 === 0 ? '-' : ''}${(at % 5000) + 1}.${String(at % 100).padStart(2, '0')}`,
    })),
  );

const importing = `mutation ($input: ImportBankStatementInput!) { importBankStatement(input: $input) { ... on BankStatement { id status } ... on Refusal { message } } }`;
const state = `query ($id: ID!) { bankStatement(id: $id) { status doneCount newCount } }`;

type Answer = { status?: string; doneCount?: number; newCount?: number; message?: string };

/** Seconds from the press on "import" until all lines of a statement stand in the list, as a person sees it. */
export async function statementImport(url: string): Promise<Figures> {
  const { cookie } = await ask(url, '', signIn, { input: owner });
  const begun = performance.now();
  const sent = await fetch(`${url}/uploads/bank-statements?name=year.csv`, {
    method: 'POST',
    headers: { cookie },
    body: statement(),
  });
  const { id } = (await sent.json()) as { id: string };
  const uploaded = performance.now();
  const { answer } = await ask(url, cookie, importing, { input: { id, mapping: null, skipProblems: false } });
  if (answer.message !== undefined) throw new Error(answer.message);
  const seen = new Set<number>();
  for (;;) {
    const { answer: now } = await ask(url, cookie, state, { id });
    seen.add(now.doneCount ?? 0);
    if (now.status === 'IMPORTED' && now.newCount === lines) break;
    if (now.status !== 'IMPORTING') throw new Error(`The import ended as ${JSON.stringify(now)}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return {
    'bank.upload': uploaded - begun,
    'bank.import': (performance.now() - uploaded) / 1000,
    'bank.steps': seen.size,
  };
}

async function ask(
  url: string,
  cookie: string,
  query: string,
  variables: object,
): Promise<{ answer: Answer; cookie: string }> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', cookie },
    body: JSON.stringify({ query, variables }),
  });
  const { data } = (await response.json()) as { data?: Record<string, Answer> | null };
  const [answer] = Object.values(data ?? {});
  if (answer === undefined) throw new Error('Not answered');
  const cookies = response.headers.getSetCookie().map((line) => line.split(';')[0] ?? '');
  return { answer, cookie: cookies.join('; ') };
}
