import { graphql } from '../../gql/gql.ts';

graphql(`
  fragment Price_Part on Money {
    amount
    currency
  }
  fragment Discount_Part on Discount {
    percent
    amount {
      ...Price_Part
    }
  }
  fragment Quote_All on PortalQuote {
    number
    title
    status
    newerNumber
    customerName
    sentTo
    currency
    pricesIncludeTax
    taxRounding
    taxNotes
    paymentTermsDays
    effectiveDate
    validUntil
    timeZone
    revisionHash
    consent
    mailboxProof
    freshQuoteRequested
    company {
      ...Company_Contact
    }
    changes {
      label
      before
      after
    }
    scope {
      ...Rich_Block
    }
    terms {
      ...Rich_Block
    }
    discount {
      ...Discount_Part
    }
    lines {
      id
      description
      quantity
      unit
      taxTreatment
      taxRate
      billing
      discount {
        ...Discount_Part
      }
      unitPrice {
        ...Price_Part
      }
      amount {
        ...Price_Part
      }
    }
    groups {
      id
      title
      description
      min
      max
    }
    options {
      id
      groupId
      title
      description
      unit
      taxTreatment
      taxRate
      billing
      minQuantity
      maxQuantity
      requires
      excludes
      preselected
      price {
        ...Price_Part
      }
    }
    stages {
      id
      label
      percent
      fixedAmount {
        ...Price_Part
      }
      due
      dueOn
      paymentTermsDays
    }
    attachments {
      name
      contentType
      size
      url
    }
    acceptance {
      signerName
      onBehalf
      signedAt
      choices {
        optionId
        quantity
      }
      evidenceHash
      totals {
        ...Totals_All
      }
      recurring {
        billing
        totals {
          ...Totals_All
        }
      }
    }
    invoices {
      number
      stageLabel
      status
      dueDate
      total {
        ...Price_Part
      }
    }
    messages {
      kind
      text
      at
    }
  }
`);
