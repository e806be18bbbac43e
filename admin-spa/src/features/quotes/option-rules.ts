type Option = {
  id: string;
  title: string;
  unit: string;
  minQuantity: number;
  maxQuantity: number;
  requires: readonly string[];
  excludes: readonly string[];
};

/** What has to be known of an option besides its price: `1 to 20 pages · needs CMS · not with Basic`. */
export function optionRules(option: Option, all: readonly Option[]): string {
  const titles = (ids: readonly string[]) =>
    ids.map((id) => all.find((other) => other.id === id)?.title ?? id).join(', ');
  const without = all.filter((other) => other.excludes.includes(option.id)).map((other) => other.id);
  const excluded = [...new Set([...option.excludes, ...without])];
  return [
    option.maxQuantity > 1 ? `${option.minQuantity} to ${option.maxQuantity} ${option.unit}`.trim() : '',
    option.requires.length > 0 ? `needs ${titles(option.requires)}` : '',
    excluded.length > 0 ? `not with ${titles(excluded)}` : '',
  ]
    .filter((rule) => rule !== '')
    .join(' · ');
}
