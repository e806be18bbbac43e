/** What a template is called, as the forms about it gather it. */
export type TemplateNames = { name: string; description: string; trade: string };

const text = (form: FormData, name: string) => String(form.get(name) ?? '').trim();

export const readTemplateNames = (form: FormData): TemplateNames => ({
  name: text(form, 'name'),
  description: text(form, 'description'),
  trade: text(form, 'trade'),
});

export const templateNameProblems = ({ name }: TemplateNames): Record<string, string | undefined> =>
  name === '' ? { name: 'A template needs a name.' } : {};
