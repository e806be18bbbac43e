/** What stands in the way, and at which field (an element id) when there is one. */
export type Problem = Readonly<{ at: string | null; message: string }>;
