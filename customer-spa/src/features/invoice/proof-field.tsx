import { ErrorSummary } from '../../ui/problems.tsx';
import type { Proofs } from './use-proofs.ts';

type Props = { proofs: Proofs; sendsAtOnce?: boolean };

/** A photo of the slip or the bank's confirmation. A phone offers its camera here as well as its files. */
export function ProofField({ proofs, sendsAtOnce = false }: Props) {
  const { chosen, isSending, problems } = proofs;
  return (
    <div className="field">
      <ErrorSummary problems={problems} />
      <label htmlFor="claim-proof">
        {sendsAtOnce ? 'Add a photo or PDF of the slip' : 'Photo or PDF of the slip (optional)'}
      </label>
      <p className="hint" id="claim-proof-hint">
        JPEG, PNG, WebP or PDF, at most 10 MB each and {proofs.most} in all.
      </p>
      <input
        id="claim-proof"
        type="file"
        multiple
        accept="image/jpeg,image/png,image/webp,application/pdf"
        aria-describedby="claim-proof-hint"
        disabled={isSending}
        onChange={(event) => {
          const files = [...(event.currentTarget.files ?? [])];
          if (sendsAtOnce) void proofs.send(files);
          else proofs.choose(files);
          if (sendsAtOnce) event.currentTarget.value = '';
        }}
      />
      <p aria-live="polite" className="fine">
        {isSending && 'Sending the file…'}
        {!isSending &&
          !sendsAtOnce &&
          chosen.length > 0 &&
          `To be sent along: ${chosen.map(({ name }) => name).join(', ')}`}
      </p>
    </div>
  );
}
