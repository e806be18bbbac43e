import {
  type Checkout,
  type CheckoutFact,
  type CheckoutRequest,
  type Clock,
  GatewayUnavailable,
  type GatewayEvent,
  type Mailer,
  type OutgoingMail,
  type PaymentGateway,
  type PdfRenderer,
} from '../../api/src/ports.ts';

/** A clock that stands still until it is told otherwise. */
export class SettableClock implements Clock {
  #now: Date;
  constructor(start: string) {
    this.#now = new Date(start);
  }
  now = (): Date => this.#now;
  set = (instant: string): void => void (this.#now = new Date(instant));
  advance = (milliseconds: number): void => void (this.#now = new Date(this.#now.getTime() + milliseconds));
}

/** Remembers every mail; fails as often as it is told to. */
export class RememberingMailer implements Mailer {
  readonly sent: OutgoingMail[] = [];
  failures: Error[] = [];
  send = async (mail: OutgoingMail): Promise<void> => {
    const failure = this.failures.shift();
    if (failure !== undefined) throw failure;
    this.sent.push(mail);
  };
}

/** A provider that opens one page per payment, as the real one does under one idempotency key. */
export class RememberingGateway implements PaymentGateway {
  readonly requests: CheckoutRequest[] = [];
  readonly expired: string[] = [];
  facts = new Map<string, CheckoutFact>();
  isDown = false;
  startCheckout = async (request: CheckoutRequest): Promise<Checkout> => {
    if (this.isDown) throw new GatewayUnavailable('down');
    this.requests.push(request);
    const sessionId = `cs_${request.paymentId}`;
    return {
      sessionId,
      url: `https://pay.example/${sessionId}`,
      expiresAt: new Date('2030-01-01T00:00:00Z'),
    };
  };
  findCheckout = async (sessionId: string): Promise<CheckoutFact> => {
    const fact = this.facts.get(sessionId);
    if (this.isDown || fact === undefined) throw new GatewayUnavailable('down');
    return fact;
  };
  expireCheckout = async (sessionId: string): Promise<void> => void this.expired.push(sessionId);
  /** A request whose body is the event itself and whose signature is the word `genuine`. */
  readEvent = (body: Buffer, signature: string): GatewayEvent | null =>
    signature === 'genuine' ? (JSON.parse(body.toString()) as GatewayEvent) : null;
}

/** Prints the document's number and nothing else. */
export const plainPdf: PdfRenderer = {
  render: async (document) => Buffer.from(`%PDF ${document.number}`),
  /** Like the real one it has no hieroglyphs. */
  unprintable: (text) => text.match(/[\u{13000}-\u{1342f}]/gu) ?? [],
  close: async () => undefined,
};
