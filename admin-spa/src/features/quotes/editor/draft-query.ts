import { graphql } from '../../../gql/gql.ts';

graphql(`
  fragment EditedQuote on Quote {
    id
    version
    title
    status
    scope
    terms
    currency
    pricesIncludeTax
    taxRounding
    discount {
      percent
      amount {
        amount
        currency
      }
    }
    validUntil
    effectiveDate
    paymentTermsDays
    termsNote
    mailboxProof
    actions
    changeKind
    changeOf {
      id
      number
      title
    }
    customer {
      ...PickedCustomer
    }
    lines {
      id
      description
      quantity
      unit
      unitPrice {
        amount
        currency
      }
      discount {
        percent
        amount {
          amount
          currency
        }
      }
      taxTreatment
      taxRate
      billing
      cost {
        amount
        currency
      }
      itemId
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
      price {
        amount
        currency
      }
      taxTreatment
      taxRate
      billing
      minQuantity
      maxQuantity
      requires
      excludes
      preselected
      cost {
        amount
        currency
      }
      itemId
    }
    stages {
      id
      label
      percent
      fixedAmount {
        amount
        currency
      }
      due
      dueOn
      paymentTermsDays
      autoIssue
    }
  }
`);

export const DraftQuery = graphql(`
  query EditedDraft($id: ID!) {
    company {
      currency
      defaultTaxRate
      paymentTermsDays
    }
    quote(id: $id) {
      ...EditedQuote
    }
  }
`);

export const UpdateDraft = graphql(`
  mutation QuoteEditor_Update($input: UpdateQuoteInput!) {
    updateQuote(input: $input) {
      ... on Quote {
        __typename
        id
        version
      }
      ...Refused
    }
  }
`);
