import {
  type Checkout,
  type CheckoutFact,
  type CheckoutRequest,
  type Clock,
  type DisputeFact,
  GatewayUnavailable,
  type GatewayEvent,
  type GatewayHealth,
  type Mailer,
  type OutgoingMail,
  type PaymentGateway,
  type PdfRenderer,
  type RefundFact,
  type RefundRequest,
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
  readonly refunded: RefundRequest[] = [];
  facts = new Map<string, CheckoutFact>();
  /** What it knows of refunds and disputes, whoever began them. */
  refunds: RefundFact[] = [];
  disputes: DisputeFact[] = [];
  /** What it lists for whoever was away. */
  events: GatewayEvent[] = [];
  /** How refunds are answered. */
  refundsAre: RefundFact['status'] = 'SUCCEEDED';
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
  findCheckoutOf = async (paymentId: string) => {
    this.#answer();
    const request = this.requests.find((made) => made.paymentId === paymentId);
    const fact = this.facts.get(`cs_${paymentId}`);
    if (request === undefined || fact === undefined) return null;
    return { checkout: await this.startCheckout(request), fact };
  };
  findPayment = async (reference: string): Promise<CheckoutFact | null> => {
    this.#answer();
    return [...this.facts.values()].find((fact) => fact.reference === reference) ?? null;
  };
  refund = async (request: RefundRequest): Promise<RefundFact> => {
    this.#answer();
    const known = this.refunds.find(({ refundId }) => refundId === request.refundId);
    if (known !== undefined) return known;
    this.refunded.push(request);
    const { refundId, reference, amount, currency } = request;
    const providerId = `re_${refundId.slice(-8)}`;
    const fact = {
      status: this.refundsAre,
      providerId,
      refundId,
      reference,
      amount,
      currency,
      failure: null,
    };
    this.refunds.push(fact);
    return fact;
  };
  refundsOf = async (reference: string): Promise<RefundFact[]> => {
    this.#answer();
    return this.refunds.filter((fact) => fact.reference === reference);
  };
  findDispute = async (providerId: string): Promise<DisputeFact | null> => {
    this.#answer();
    return this.disputes.find((fact) => fact.providerId === providerId) ?? null;
  };
  async *eventsSince(since: Date): AsyncGenerator<GatewayEvent> {
    this.#answer();
    for (const event of this.events) if (new Date(event.createdAt) >= since) yield event;
  }
  healthIs: GatewayHealth = 'WORKS';
  health = (): GatewayHealth => this.healthIs;
  checkHealth = async (): Promise<GatewayHealth> => this.healthIs;
  #answer(): void {
    if (this.isDown) throw new GatewayUnavailable('down');
  }
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
