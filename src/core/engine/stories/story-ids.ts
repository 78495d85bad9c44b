/** Grouping names stories by 53-bit hashes written in base 36; the library keeps them as numbers. */

export const storyNumber = (name: string): number => Number.parseInt(name, 36);
export const storyName = (id: number): string => id.toString(36);
