import type { Billing } from '../domain/pricing.ts';

/** An item of the catalogue that a new company begins with. Prices are examples, with tax inside where the company's are. */
export type SampleItem = Readonly<{
  key: string;
  name: string;
  description: string;
  unit: string;
  price: number;
  cost: number;
  billing: Billing;
}>;

const item = (
  key: string,
  name: string,
  price: number,
  cost: number,
  rest: Partial<Pick<SampleItem, 'description' | 'unit' | 'billing'>> = {},
): SampleItem => ({ key, name, price, cost, description: '', unit: '', billing: 'ONCE', ...rest });

const website: readonly SampleItem[] = [
  item('website-build', 'Website design and build, up to 8 pages', 329_900, 168_000),
  item('website-launch', 'Launch, redirects and one hour of training', 44_000, 18_000),
  item('care-essential', 'Hosting', 3_300, 1_200, {
    description: 'Hosting in Australia, certificate, nightly backup. You look after the rest.',
    billing: 'MONTHLY',
  }),
  item('care-plus', 'Hosting and care', 9_900, 3_500, {
    description: 'Hosting, plus updates every week, a watch on the site day and night, and help by e-mail.',
    billing: 'MONTHLY',
  }),
  item('care-complete', 'Hosting, care and changes', 22_000, 9_000, {
    description:
      'Everything in care, plus two hours of changes each month and a telephone number that answers.',
    billing: 'MONTHLY',
  }),
  item('website-page', 'Extra page', 16_500, 7_000, {
    description: 'Designed and built like the others, with your text and pictures.',
    unit: 'page',
  }),
  item('seo-setup', 'Search engine setup', 66_000, 28_000, {
    description:
      'Titles, descriptions, structured data, site map, and your business profile on the map services.',
  }),
  item('website-cms', 'Edit the site yourself', 55_000, 24_000, {
    description: 'An editor for text, pictures and news, and a short guide that is written for your site.',
  }),
  item('booking-form', 'Booking form', 45_000, 20_000, {
    description: 'Customers choose a free time on your website; it lands in your calendar.',
  }),
];

const repair: readonly SampleItem[] = [
  item('repair-diagnosis', 'Diagnosis', 9_900, 4_000),
  item('repair-labour', 'Repair, data move and test', 13_200, 5_500, { unit: 'h' }),
  item('drive-standard', 'Standard drive, 500 GB', 11_900, 7_000, {
    description: 'Solid state. Two years of warranty from the maker.',
  }),
  item('drive-professional', 'Professional drive, 1 TB', 20_900, 12_800, {
    description: 'Solid state, faster, built for all-day use. Five years of warranty.',
  }),
  item('drive-mirrored', 'Two professional drives, mirrored', 43_900, 26_500, {
    description: 'One can fail and you keep working. Five years of warranty.',
  }),
  item('repair-backup', 'Daily backup', 16_500, 6_000, {
    description: 'Set up to a disk of your own or to the cloud, and restored once to prove that it works.',
  }),
  item('repair-rescue', 'Rescue of data from the old drive', 33_000, 14_000, {
    description: 'For a drive that cannot be read any more. You pay only when we get the files back.',
  }),
];

const plumbing: readonly SampleItem[] = [
  item('hot-water-removal', 'Removal and disposal of the old hot water system', 22_000, 11_000),
  item('hot-water-installation', 'Installation, pipework and pressure test', 88_000, 42_000),
  item('compliance', 'Certificate of compliance', 6_600, 4_200),
  item('hot-water-electric', 'Electric storage, 250 L', 149_000, 98_000, {
    description: 'Suits three people. The lowest price today, the highest power bill. Ten years on the tank.',
  }),
  item('hot-water-gas', 'Gas, continuous flow, 26 L/min', 189_000, 124_000, {
    description:
      'Never runs out, hangs outside on the wall. Needs a gas connection. Twelve years of warranty.',
  }),
  item('hot-water-heat-pump', 'Heat pump, 270 L', 369_000, 252_000, {
    description: 'About a third of the power of electric storage. Rebates may apply; we do the paperwork.',
  }),
  item('tempering-valve', 'Tempering valve', 27_500, 13_000, {
    description: 'Keeps the water at the taps of the bathroom at 50 °C, so that nobody is scalded.',
  }),
  item('gas-line', 'Larger gas line to the meter', 39_000, 19_500, {
    description: 'Up to 10 metres. Older houses need it for a continuous flow system.',
  }),
  item('same-day', 'Same-day installation', 27_500, 12_000, {
    description: 'When you sign before 10 am on a working day.',
  }),
  item('after-hours', 'Installation in the evening or at the weekend', 38_500, 21_000, {
    description: 'At a time that we agree on by telephone.',
  }),
];

const consulting: readonly SampleItem[] = [
  item('retainer-kickoff', 'Kick-off workshop and 90-day plan', 165_000, 72_000),
  item('retainer-month', 'Advisory retainer, two days a month', 396_000, 190_000, {
    billing: 'MONTHLY',
  }),
  item('retainer-day', 'One more day each month', 187_000, 95_000, {
    description: 'For months with a project of their own. Unused days move into the next month once.',
    unit: 'day',
    billing: 'MONTHLY',
  }),
  item('board-report', 'Report for the board', 88_000, 36_000, {
    description: 'Ten pages each quarter: what was planned, what happened, what to decide.',
    billing: 'QUARTERLY',
  }),
  item('yearly-review', 'Yearly review with the team', 220_000, 98_000, {
    description: 'One day on your premises: results of the year and the plan for the next.',
    billing: 'YEARLY',
  }),
];

/** The catalogue of a new company; the templates refer to it by `key`. */
export const sampleItems: readonly SampleItem[] = [...website, ...repair, ...plumbing, ...consulting];
