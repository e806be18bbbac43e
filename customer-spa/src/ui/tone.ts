/** How a thing stands, in words first; the colour only repeats them. */
export type Tone = 'good' | 'waiting' | 'late' | 'quiet';
