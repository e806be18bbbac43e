import type { Party } from '../domain/quote-snapshot.ts';
import { coloursOf } from './colours.ts';
import { footerOf, printedCompany } from './parties.ts';
import type { PrintedDocument } from './printed-document.ts';
import type { Wording } from './wording.ts';

/** What stands on every sheet, whatever it says: who sends it, in which colours, and how its pages are counted. */
export const paperOf = (company: Party, logo: Uint8Array | null, { language, say }: Wording) =>
  ({
    language,
    status: null,
    watermark: '',
    colours: coloursOf(company.colour),
    logo,
    company: printedCompany(company, say.labels.from),
    footer: footerOf(company),
    pageLabel: say.page,
  }) satisfies Partial<PrintedDocument>;
