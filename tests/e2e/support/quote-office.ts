import type { AddressInfo } from 'node:net';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest';
import { openBrowser } from '../../support/browser.ts';
import { aCompany, type Company, type Sent } from '../../support/steps.ts';
import { newPerson, phone, type Person } from './profile.ts';
import { noComplaints } from './watch.ts';

export type QuoteOffice = {
  readonly office: Company;
  readonly browser: Browser;
  readonly customer: Person;
  readonly url: string;
  /** The customer opens the link of this quote on a phone. */
  open(quote: Pick<Sent, 'link'>): Promise<Page>;
};

/** The day on which each of these tests begins. */
const morning = '2026-11-21T01:00:00Z';

/** A company whose server runs in the test, because its clock has to be set, and a customer with a new phone for each test. */
export function quoteOffice(): QuoteOffice {
  let browser: Browser | undefined;
  let office: Company | undefined;
  let customer: Person | undefined;
  let url = '';
  const there = <T>(thing: T | undefined): T => {
    if (thing === undefined) throw new Error('The office opens before the first test.');
    return thing;
  };
  beforeAll(async () => {
    browser = await openBrowser();
    office = await aCompany('sqlite');
    await office.app.server.listen({ port: 0, host: '127.0.0.1' });
    url = `http://localhost:${(office.app.server.server.address() as AddressInfo).port}`;
  });
  afterAll(async () => {
    await browser?.close();
    await office?.close();
  });
  beforeEach(async () => {
    there(office).clock.set(morning);
    customer = await newPerson(there(browser), { viewport: phone, origins: [url] });
  });
  afterEach(async () => {
    noComplaints(there(customer));
    await customer?.context.close();
    expect(await there(office).broken()).toEqual([]);
  });
  return {
    get office() {
      return there(office);
    },
    get browser() {
      return there(browser);
    },
    get customer() {
      return there(customer);
    },
    get url() {
      return url;
    },
    async open({ link }) {
      const { page, watch } = there(customer);
      watch.secret(link.link);
      await page.goto('about:blank');
      await page.goto(`${url}/q/#${link.link}`);
      return page;
    },
  };
}
