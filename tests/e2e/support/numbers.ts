import { pastWork } from '../../../api/src/db/sample-invoices.ts';
import { addDays } from '../../../api/src/domain/local-date.ts';
import { today as dayIn } from '../../../api/src/domain/zone.ts';

const today = dayIn(new Date(), 'Australia/Sydney');
const isThisYear = (daysAgo: number): boolean => addDays(today, -daysAgo).slice(0, 4) === today.slice(0, 4);

/** How many of the sample's invoices and receipts were numbered this year before a journey begins. */
const before = {
  INV: pastWork.filter(({ issued }) => isThisYear(issued)).length,
  RC: pastWork.filter(({ paid }) => paid !== undefined && isThisYear(paid.ago)).length,
};

/** The number of the nth invoice or receipt that a journey makes on the sample company. */
export const nth = (series: 'INV' | 'RC', n: number): string =>
  `${series}-${today.slice(0, 4)}-${String(before[series] + n).padStart(4, '0')}`;
