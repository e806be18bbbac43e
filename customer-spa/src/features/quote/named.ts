export const named = ({ title }: { title: string }): string => `“${title}”`;
