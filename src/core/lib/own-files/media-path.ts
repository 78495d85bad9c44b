/** How the library names its pictures and sounds: by the SHA-256 of what is in them. */

export const mediaFolderName = 'media';

const form = /^media\/([0-9a-f]{2})\/([0-9a-f]{2})\/(\1\2[0-9a-f]{60})\.[a-z0-9]{2,5}$/;
const type = /^(?:image|audio|video)\/[a-z0-9][a-z0-9.+-]{0,60}$/;

/** The hash in a path such as media/ab/cd/abcd….jpg, relative to the library; undefined for what is none of its paths. */
export function hashInMediaPath(path: string): string | undefined {
  return form.exec(path)?.[3];
}

export function isMediaType(mimeType: string): boolean {
  return type.test(mimeType);
}
