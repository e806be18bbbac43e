/**
 * A parsed XML file as plain data: `<Amt Ccy="EUR">12.00</Amt>` is `{ Amt: { '@Ccy': 'EUR', '#text': '12.00' } }`, a tag that comes
 * twice is a list, and a tag with nothing but text is that text. What is not there reads as nothing, so that nobody has to ask
 * at every step.
 */

/** A tag: its attributes with an @, its text, and the tags in it. */
export type XmlNode = Readonly<{ [name: string]: XmlValue }>;
export type XmlValue = string | XmlNode | readonly (string | XmlNode)[];

const noNode: XmlNode = {};

const nodeOf = (value: XmlValue | undefined): XmlNode => {
  const first = Array.isArray(value) ? (value as readonly (string | XmlNode)[])[0] : value;
  if (first === undefined) return noNode;
  return typeof first === 'string' ? { '#text': first } : (first as XmlNode);
};

// Names of a file must not reach what every object has.
const child = (tag: XmlNode, name: string): XmlValue | undefined =>
  Object.hasOwn(tag, name) ? tag[name] : undefined;

/** The first tag along the path; an empty one when there is none. */
export const at = (tag: XmlNode, ...path: readonly string[]): XmlNode =>
  path.reduce((here, name) => nodeOf(child(here, name)), tag);

/** All tags of this name directly in the tag. */
export function list(tag: XmlNode, name: string): XmlNode[] {
  const value = child(tag, name);
  if (value === undefined) return [];
  return (Array.isArray(value) ? (value as readonly (string | XmlNode)[]) : [value as string | XmlNode]).map(
    nodeOf,
  );
}

/** The text at the end of the path, or of the tag itself; '' when there is none. */
export function textAt(tag: XmlNode, ...path: readonly string[]): string {
  const text = child(at(tag, ...path), '#text');
  return typeof text === 'string' ? text.trim() : '';
}
