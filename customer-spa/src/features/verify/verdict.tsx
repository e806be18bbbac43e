import type { ReactNode } from 'react';
import { Amount } from '../../ui/figures.tsx';
import { instantText } from '../../ui/instant.ts';
import { locale } from '../../ui/locale.ts';
import { type Held, type Verification, verdictWords } from './verdict-words.ts';

export function Verdict({ answer, held, name }: { answer: Verification; held: Held; name: string }) {
  const { tone, title, text } = verdictWords(answer, held);
  return (
    <section aria-labelledby="verdict">
      <div className={`note ${tone}`}>
        <h2 id="verdict">{title}</h2>
        {name && <p className="fine">{name}</p>}
        <p>{text}</p>
      </div>
      {answer.number && <Facts answer={answer} />}
    </section>
  );
}

function Facts({ answer }: { answer: Verification }) {
  const { number, title, companyName, signerName, signedAt, total, evidenceHash, keyId, publicKey } = answer;
  const isSigned = answer.what !== 'RECORDED_ACCEPTANCE';
  return (
    <>
      <dl className="totals">
        <Fact label="Number">{number}</Fact>
        {title && <Fact label="About">{title}</Fact>}
        {companyName && <Fact label="From">{companyName}</Fact>}
        {signerName && <Fact label={isSigned ? 'Signed by' : 'Agreed by'}>{signerName}</Fact>}
        {signedAt && <Fact label={isSigned ? 'Signed' : 'Recorded'}>{instantText(signedAt, locale)}</Fact>}
        {total && (
          <Fact label="Total agreed">
            <Amount money={total} />
          </Fact>
        )}
      </dl>
      {evidenceHash && (
        <details className="fine">
          <summary>For experts: fingerprint and key</summary>
          <p>
            Signature record (SHA-256):
            <code>{evidenceHash}</code>
          </p>
          <p>
            Signed with the key {keyId} (Ed25519):
            <code className="pem">{publicKey}</code>
          </p>
        </details>
      )}
    </>
  );
}

function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}
