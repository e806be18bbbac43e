import type { LocalDate } from '../domain/local-date.ts';
import { consultingTemplate } from './sample-consulting.ts';
import type { SampleTemplate, Stock } from './sample-parts.ts';
import { plumbingTemplate } from './sample-plumbing.ts';
import { repairTemplate } from './sample-repair.ts';
import { websiteTemplate } from './sample-website.ts';

/** The templates of a new company, made of its catalogue. */
export const sampleTemplates = (stock: Stock, today: LocalDate): SampleTemplate[] => [
  consultingTemplate(stock, today),
  plumbingTemplate(stock),
  repairTemplate(stock),
  websiteTemplate(stock),
];
