import styles from './grid.module.css';

/** The names of the columns, for the eyes; each field has a label of its own. */
export function GridHead({ taxLabel, showsCost }: { taxLabel: string; showsCost: boolean }) {
  return (
    <div className={`${styles.row} ${styles.head}`} aria-hidden="true">
      <span data-area="words">Description</span>
      <span data-area="quantity" data-figure>
        Quantity
      </span>
      <span data-area="unit">Unit</span>
      <span data-area="price" data-figure>
        Price
      </span>
      <span data-area="discount" data-figure>
        Discount
      </span>
      <span data-area="tax">{taxLabel}</span>
      <span data-area="billing">Charged</span>
      {showsCost && (
        <span data-area="cost" data-figure>
          Cost
        </span>
      )}
      <span data-area="amount" data-figure>
        Amount
      </span>
    </div>
  );
}
