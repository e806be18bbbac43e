import type { StaffRole } from '../../../api/src/domain/permission.ts';
import { desk, newPerson, type Person } from './profile.ts';
import type { QuoteOffice } from './quote-office.ts';

export type Colleague = Person & {
  /** Goes to a page of the office with a session that the office's clock allows. */
  at(path: string): Promise<void>;
};

/** Somebody of the office at a desk, whose browser lives in the time of the office. */
export async function colleague({ office, browser, url }: QuoteOffice, role: StaffRole): Promise<Colleague> {
  const person = await newPerson(browser, { viewport: desk, origins: [url] });
  return {
    ...person,
    async at(path) {
      const { cookie } = await office.as(role);
      const value = cookie.slice(cookie.indexOf('=') + 1);
      await person.context.addCookies([{ name: 'countersign-on-http', value, url }]);
      await person.context.clock.setSystemTime(office.clock.now());
      await person.page.goto(`${url}/admin${path}`);
    },
  };
}
