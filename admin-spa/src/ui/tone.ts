/** What a status means to the reader: each has a colour and a shape. */
export type Tone = 'calm' | 'accent' | 'good' | 'warn' | 'bad';
