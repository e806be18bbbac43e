import type { Words } from './en.ts';
import { frPapers } from './fr-papers.ts';

/** `de` before a name, and `d’` before a vowel. */
const of = (name: string): string => (/^[aeiouàâäéèêëîïôöûü]/iu.test(name) ? `d’${name}` : `de ${name}`);

/** French, as a business writes to its customers: with vous, and in the terms of the trade. */
export const fr: Words = {
  ...frPapers,

  hello: (name) => `Bonjour ${name},`,
  questions: (phone) =>
    `Une question ? Répondez simplement à ce courriel${phone === '' ? '' : ` ou appelez-nous au ${phone}`}.`,

  quoteMail: {
    subject: (number, company, title) => `Devis ${number} ${of(company)} : ${title}`,
    opening: (company, title) => `${company} a préparé un devis pour vous : ${title}.`,
    button: 'Lire et signer le devis',
    next: (hasOptions) =>
      `Et ensuite : sur cette page, vous pouvez tout lire, ${hasOptions ? 'choisir les options souhaitées, voir le total changer ' : ''}et signer avec votre nom. Rien n’est convenu avant votre signature. Vous recevrez ensuite le devis signé par courriel.`,
    private:
      'Ce lien vous est personnel : quiconque le possède peut lire le devis. Merci de ne pas le transmettre.',
  },

  changeMail: {
    subject: (number, company, title) => `Avenant à votre commande chez ${company}, ${number} : ${title}`,
    opening: (company, title, original) =>
      `${company} a préparé un avenant au devis ${original} que vous avez signé : ${title}.`,
  },

  followUpMail: {
    subject: (number, title) => `Votre devis ${number} : ${title}`,
    subjectEnds: (number, title) => `Le devis ${number} expire bientôt : ${title}`,
    opening: (title) =>
      `Il y a quelques jours, nous vous avons envoyé notre devis : ${title}. Souhaitez-vous une explication ou une modification ?`,
    openingEnds: (title, until) =>
      `Notre devis (${title}) peut être signé jusqu’à la date suivante : ${until}. Passé ce jour, nous devrions revoir les prix.`,
    button: 'Ouvrir le devis',
    next: 'Sur cette page, vous pouvez signer, poser une question, demander une modification ou nous dire que vous n’en voulez pas. Dès que nous aurons de vos nouvelles, ces rappels cesseront.',
  },

  answerMail: {
    subject: (number, title) => `À propos du devis ${number} : ${title}`,
    opening: (author, company) => `${author} (${company}) vous a répondu :`,
    button: 'Ouvrir le devis',
  },

  freshLinkMail: {
    toQuote: (number) => `vers le devis ${number}`,
    toInvoice: (number) => `vers la facture ${number}`,
    subject: (to) => `Votre lien ${to}`,
    opening: (to, title) => `Voici un nouveau lien ${to} : ${title}.`,
    button: 'Ouvrir',
    next: 'Si vous n’avez pas demandé ce lien, vous pouvez ignorer ce courriel : il n’a été envoyé qu’à vous.',
  },

  accountMail: {
    subject: (company) => `Votre espace client chez ${company}`,
    opening: (company) =>
      `Voici votre lien vers tous les documents entre vous et ${company} : devis, factures, paiements et reçus.`,
    button: 'Ouvrir l’espace client',
    private:
      'Ce lien vous est personnel : quiconque le possède peut lire ces documents. Merci de ne pas le transmettre.',
    next: 'Si vous n’avez pas demandé ce lien, vous pouvez ignorer ce courriel : il n’a été envoyé qu’à vous.',
  },

  codeMail: {
    subject: (number) => `Votre code pour signer le devis ${number}`,
    opening: (title) => `Veuillez saisir ce code sur la page du devis (${title}) :`,
    goodFor: 'Valable',
    minutes: (count) => `pendant ${count} minutes`,
    next: 'Si vous n’avez pas demandé de code, une autre personne possède le lien vers votre devis. Merci de nous prévenir ; rien n’est signé sans ce code.',
  },

  signedMail: {
    subject: (number, company) => `Signé : devis ${number} ${of(company)}`,
    opening: (title, company) =>
      `Merci. Vous avez signé le devis (${title}), et ${company} l’a contresigné. Le devis signé est joint au format PDF ; merci de le conserver.`,
    fingerprint: 'Empreinte du procès-verbal de signature',
    button: 'Voir le devis signé',
    subjectAccepted: (number, company) => `Accepté : devis ${number} ${of(company)}`,
    openingAccepted: (signer, title, day) =>
      `Merci. Nous avons noté que ${signer} a accepté le devis (${title}) le ${day}. Le devis accepté est joint au format PDF ; merci de le conserver. Si ce n’est pas ce que vous avez convenu, merci de nous prévenir sans attendre.`,
    fingerprintAccepted: 'Empreinte du procès-verbal d’acceptation',
    buttonAccepted: 'Voir le devis accepté',
    nextWork: 'Et ensuite : nous commençons les travaux.',
    nextInvoice:
      'Et ensuite : nous commençons les travaux, et la facture suivra selon l’échéancier de paiement.',
    nextInvoices:
      'Et ensuite : nous commençons les travaux, et chaque étape sera facturée selon l’échéancier de paiement.',
    nextOnly: (label, amount) =>
      `Et ensuite : vous recevrez la facture (${label}) de ${amount} dans un courriel séparé.`,
    nextFirst: (label, amount) =>
      `Et ensuite : vous recevrez la première facture (${label}) de ${amount} dans un courriel séparé. Les étapes suivantes seront facturées selon l’échéancier de paiement.`,
  },

  invoiceMail: {
    subject: (number, company, amount, day) =>
      `Facture ${number} ${of(company)} : ${amount}, à payer avant le ${day} inclus`,
    opening: (what) => `Voici votre facture : ${what}. Elle est également jointe au format PDF.`,
    button: 'Voir et payer la facture',
    transfer: (details, reference) => `Par virement : ${details} ; référence ${reference}.`,
    next: 'Et ensuite : dès réception de l’argent, vous recevrez un reçu par courriel.',
  },

  receiptMail: {
    subject: (number, company, amount) => `Reçu ${number} ${of(company)} : ${amount} encaissés`,
    opening: (what) =>
      `Merci, nous avons bien reçu votre paiement : ${what}. Le reçu est joint au format PDF.`,
    stillOpen: 'Reste dû sur cette facture',
    button: 'Voir le reçu',
    nextNothing: (invoice) =>
      `Et ensuite : la facture ${invoice} est entièrement réglée ; vous n’avez rien à faire.`,
    nextRest: (amount, invoice) => `Et ensuite : il reste ${amount} à payer sur la facture ${invoice}.`,
    credit: (amount) =>
      `Vous avez payé ${amount} de plus que le solde dû. Nous gardons cette somme en avoir pour votre prochaine facture, ou nous vous la remboursons sur simple demande.`,
  },

  creditMail: {
    subject: (number, company, amount) => `Avoir ${number} ${of(company)} : ${amount}`,
    opening: (invoice) =>
      `Nous avons rectifié la facture ${invoice}. L’avoir est joint au format PDF ; merci de le conserver avec la facture.`,
    button: 'Voir la facture',
    nextNothing: (invoice) =>
      `Et ensuite : il ne reste rien à payer sur la facture ${invoice} ; vous n’avez rien à faire.`,
    nextRest: (amount, invoice) => `Et ensuite : il reste ${amount} à payer sur la facture ${invoice}.`,
    freed: (amount) =>
      `Sur ce montant, ${amount} étaient déjà payés. Nous gardons cette somme en avoir pour votre prochaine facture, ou nous vous la remboursons sur simple demande.`,
  },

  refundMail: {
    subject: (company, amount) => `Remboursement ${of(company)} : ${amount}`,
    opening: (amount) => `Nous vous avons remboursé ${amount}.`,
    amount: 'Montant remboursé',
    way: 'Remboursé par',
    payment: 'Votre paiement du',
    button: 'Voir la facture',
    nextCard:
      'Et ensuite : le montant apparaît sur la carte utilisée pour le paiement, en règle générale sous dix jours. Vous n’avez rien à faire.',
    nextOther: 'Et ensuite : le montant vous parvient de la manière convenue. Vous n’avez rien à faire.',
  },

  statementMail: {
    subject: (company, day) => `Relevé de compte ${of(company)}, ${day}`,
    opening: 'Voici votre relevé de compte. Il est joint au format PDF.',
    button: 'Ouvrir l’espace client',
    nextOwed: (amount) =>
      `Et ensuite : merci de régler ${amount}, sauf si le paiement est déjà en route. Votre espace client montre chaque facture ouverte et comment la payer.`,
    nextNothing: 'Et ensuite : rien n’est dû ; vous n’avez rien à faire.',
  },
};
