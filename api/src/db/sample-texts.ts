export const websiteScope = `## What we do

We move your website to a fast, secure platform that you can edit yourself.

- Copy of all **24 pages** with text and images
- New design for phone and desk, in your colours
- Redirects, so that no old address leads nowhere
- Training for two people, one hour

## What we need from you

- Access to the old website and to the domain
- One person who decides, and answers within two working days
`;

export const repairScope = `The till computer starts slowly and restarts by itself.

1. We find the cause on site
2. We replace the disk and move programs and data
3. You test with us before we leave
`;

export const careScope = `We look after your website, and make new pictures for it.

- A check-up of speed, security and how you are found
- Half a day with a photographer in your practice
- **Care by the month**, which you can end at the end of any month
`;

export const sampleTerms = `Work starts when the deposit has arrived. Changes of the scope are quoted separately. What we make for you is yours once it is paid.
`;
