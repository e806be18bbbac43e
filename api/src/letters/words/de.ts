import { dePapers } from './de-papers.ts';
import type { Words } from './en.ts';

/** German, as a business writes to its customers: in the polite form and in the terms of the trade. */
export const de: Words = {
  ...dePapers,

  hello: (name) => `Guten Tag ${name},`,
  questions: (phone) =>
    `Haben Sie Fragen? Antworten Sie einfach auf diese E-Mail${phone === '' ? '' : ` oder rufen Sie uns an: ${phone}`}.`,

  quoteMail: {
    subject: (number, company, title) => `Angebot ${number} von ${company}: ${title}`,
    opening: (company, title) => `${company} hat ein Angebot für Sie erstellt: ${title}.`,
    button: 'Angebot lesen und unterschreiben',
    next: (hasOptions) =>
      `So geht es weiter: Auf dieser Seite können Sie alles lesen, ${hasOptions ? 'die gewünschten Optionen wählen, die neue Summe sehen ' : ''}und mit Ihrem Namen unterschreiben. Vor Ihrer Unterschrift ist nichts vereinbart. Danach erhalten Sie das unterschriebene Angebot per E-Mail.`,
    private:
      'Der Link ist nur für Sie bestimmt: Wer ihn hat, kann das Angebot lesen. Bitte geben Sie ihn nicht weiter.',
  },

  changeMail: {
    subject: (number, company, title) => `Nachtrag zu Ihrem Auftrag von ${company}, ${number}: ${title}`,
    opening: (company, title, original) =>
      `${company} hat einen Nachtrag zum Angebot ${original} erstellt, das Sie unterschrieben haben: ${title}.`,
  },

  followUpMail: {
    subject: (number, title) => `Ihr Angebot ${number}: ${title}`,
    subjectEnds: (number, title) => `Angebot ${number} läuft bald ab: ${title}`,
    opening: (title) =>
      `Vor einigen Tagen haben wir Ihnen unser Angebot geschickt: ${title}. Können wir Ihnen etwas erläutern, oder möchten Sie etwas ändern?`,
    openingEnds: (title, until) =>
      `Unser Angebot (${title}) können Sie noch unterschreiben bis: ${until}. Danach müssten wir die Preise neu prüfen.`,
    button: 'Angebot öffnen',
    next: 'Auf dieser Seite können Sie unterschreiben, eine Frage stellen, um eine Änderung bitten oder uns mitteilen, dass Sie das Angebot nicht annehmen. Sobald wir von Ihnen hören, enden diese Erinnerungen.',
  },

  answerMail: {
    subject: (number, title) => `Zu Ihrem Angebot ${number}: ${title}`,
    opening: (author, company) => `${author} (${company}) hat Ihnen geantwortet:`,
    button: 'Angebot öffnen',
  },

  freshLinkMail: {
    toQuote: (number) => `zum Angebot ${number}`,
    toInvoice: (number) => `zur Rechnung ${number}`,
    subject: (to) => `Ihr Link ${to}`,
    opening: (to, title) => `Hier ist ein neuer Link ${to}: ${title}.`,
    button: 'Öffnen',
    next: 'Falls Sie keinen Link angefordert haben, können Sie diese E-Mail ignorieren: Der Link ging nur an Sie.',
  },

  accountMail: {
    subject: (company) => `Ihr Kundenkonto bei ${company}`,
    opening: (company) =>
      `Hier ist Ihr Link zu allen Unterlagen zwischen Ihnen und ${company}: Angebote, Rechnungen, Zahlungen und Quittungen.`,
    button: 'Kundenkonto öffnen',
    private:
      'Der Link ist nur für Sie bestimmt: Wer ihn hat, kann diese Unterlagen lesen. Bitte geben Sie ihn nicht weiter.',
    next: 'Falls Sie keinen Link angefordert haben, können Sie diese E-Mail ignorieren: Der Link ging nur an Sie.',
  },

  codeMail: {
    subject: (number) => `Ihr Code zum Unterschreiben des Angebots ${number}`,
    opening: (title) => `Bitte geben Sie diesen Code auf der Seite des Angebots ein (${title}):`,
    goodFor: 'Gültig für',
    minutes: (count) => `${count} Minuten`,
    next: 'Falls Sie keinen Code angefordert haben, hat jemand anderes den Link zu Ihrem Angebot. Bitte sagen Sie uns Bescheid; ohne diesen Code wird nichts unterschrieben.',
  },

  signedMail: {
    subject: (number, company) => `Unterschrieben: Angebot ${number} von ${company}`,
    opening: (title, company) =>
      `Vielen Dank. Sie haben das Angebot (${title}) unterschrieben, und ${company} hat es gegengezeichnet. Das unterschriebene Angebot liegt als PDF bei; bitte bewahren Sie es auf.`,
    fingerprint: 'Prüfsumme des Unterschriftsprotokolls',
    button: 'Unterschriebenes Angebot ansehen',
    subjectAccepted: (number, company) => `Angenommen: Angebot ${number} von ${company}`,
    openingAccepted: (signer, title, day) =>
      `Vielen Dank. Wir haben vermerkt, dass ${signer} das Angebot (${title}) am ${day} angenommen hat. Das angenommene Angebot liegt als PDF bei; bitte bewahren Sie es auf. Falls Sie etwas anderes vereinbart haben, sagen Sie uns bitte sofort Bescheid.`,
    fingerprintAccepted: 'Prüfsumme des Annahmeprotokolls',
    buttonAccepted: 'Angenommenes Angebot ansehen',
    nextWork: 'So geht es weiter: Wir beginnen mit der Arbeit.',
    nextInvoice:
      'So geht es weiter: Wir beginnen mit der Arbeit, und die Rechnung kommt gemäß dem Zahlungsplan.',
    nextInvoices:
      'So geht es weiter: Wir beginnen mit der Arbeit, und die Abschläge werden gemäß dem Zahlungsplan in Rechnung gestellt.',
    nextOnly: (label, amount) =>
      `So geht es weiter: Die Rechnung (${label}) über ${amount} erhalten Sie mit getrennter E-Mail.`,
    nextFirst: (label, amount) =>
      `So geht es weiter: Die erste Rechnung (${label}) über ${amount} erhalten Sie mit getrennter E-Mail. Die weiteren Abschläge werden gemäß dem Zahlungsplan in Rechnung gestellt.`,
  },

  invoiceMail: {
    subject: (number, company, amount, day) =>
      `Rechnung ${number} von ${company}: ${amount}, fällig am ${day}`,
    opening: (what) => `Hier ist Ihre Rechnung: ${what}. Sie liegt auch als PDF bei.`,
    button: 'Rechnung ansehen und bezahlen',
    transfer: (details, reference) => `Per Überweisung: ${details}; Verwendungszweck ${reference}.`,
    next: 'So geht es weiter: Sobald das Geld eingegangen ist, erhalten Sie eine Quittung per E-Mail.',
  },

  receiptMail: {
    subject: (number, company, amount) => `Quittung ${number} von ${company}: ${amount} erhalten`,
    opening: (what) => `Vielen Dank, Ihre Zahlung ist eingegangen: ${what}. Die Quittung liegt als PDF bei.`,
    stillOpen: 'Auf diese Rechnung noch offen',
    button: 'Quittung ansehen',
    nextNothing: (invoice) =>
      `So geht es weiter: Die Rechnung ${invoice} ist vollständig bezahlt; Sie müssen nichts mehr tun.`,
    nextRest: (amount, invoice) =>
      `So geht es weiter: Auf die Rechnung ${invoice} sind noch ${amount} offen.`,
    credit: (amount) =>
      `Sie haben ${amount} mehr bezahlt, als offen war. Wir behalten den Betrag als Guthaben für Ihre nächste Rechnung oder zahlen ihn zurück, wenn Sie uns darum bitten.`,
  },

  creditMail: {
    subject: (number, company, amount) => `Rechnungskorrektur ${number} von ${company}: ${amount}`,
    opening: (invoice) =>
      `Wir haben die Rechnung ${invoice} berichtigt. Die Rechnungskorrektur liegt als PDF bei; bitte bewahren Sie sie zusammen mit der Rechnung auf.`,
    button: 'Rechnung ansehen',
    nextNothing: (invoice) =>
      `So geht es weiter: Auf die Rechnung ${invoice} ist nichts mehr offen; Sie müssen nichts tun.`,
    nextRest: (amount, invoice) =>
      `So geht es weiter: Auf die Rechnung ${invoice} sind noch ${amount} offen.`,
    freed: (amount) =>
      `Davon waren ${amount} schon bezahlt. Wir behalten den Betrag als Guthaben für Ihre nächste Rechnung oder zahlen ihn zurück, wenn Sie uns darum bitten.`,
  },

  refundMail: {
    subject: (company, amount) => `Rückzahlung von ${company}: ${amount}`,
    opening: (amount) => `Wir haben Ihnen ${amount} zurückgezahlt.`,
    amount: 'Zurückgezahlter Betrag',
    way: 'Zurückgezahlt per',
    payment: 'Ihre Zahlung vom',
    button: 'Rechnung ansehen',
    nextCard:
      'So geht es weiter: Der Betrag erscheint in der Regel innerhalb von zehn Tagen auf der Karte, mit der Sie bezahlt haben. Sie müssen nichts tun.',
    nextOther: 'So geht es weiter: Der Betrag erreicht Sie auf dem vereinbarten Weg. Sie müssen nichts tun.',
  },

  statementMail: {
    subject: (company, day) => `Kontoauszug von ${company}, ${day}`,
    opening: 'Hier ist Ihr Kontoauszug. Er liegt als PDF bei.',
    button: 'Kundenkonto öffnen',
    nextOwed: (amount) =>
      `So geht es weiter: Bitte zahlen Sie ${amount}, sofern der Betrag nicht schon unterwegs ist. Im Kundenkonto sehen Sie jede offene Rechnung und wie Sie sie bezahlen.`,
    nextNothing: 'So geht es weiter: Es ist nichts offen; Sie müssen nichts tun.',
  },
};
