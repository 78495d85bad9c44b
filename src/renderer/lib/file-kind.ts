/** What a reader calls a kind of file; empty for kinds that have no such name. */

const kinds: Readonly<Record<string, string>> = {
  'application/epub+zip': 'EPUB',
  'application/pdf': 'PDF',
  'application/x-bittorrent': 'Torrent',
  'application/zip': 'ZIP',
  'audio/aac': 'AAC',
  'audio/flac': 'FLAC',
  'audio/mp3': 'MP3',
  'audio/mp4': 'M4A',
  'audio/mpeg': 'MP3',
  'audio/ogg': 'Ogg',
  'audio/opus': 'Opus',
  'audio/wav': 'WAV',
  'audio/x-m4a': 'M4A',
  'audio/x-wav': 'WAV',
  'text/plain': 'Text',
  'video/mp4': 'MP4',
  'video/quicktime': 'QuickTime',
  'video/webm': 'WebM',
};

/** 'PDF' for 'application/pdf; version=1.7'. */
export function fileKind(mimeType: string | null): string {
  const [type = ''] = (mimeType ?? '').toLowerCase().split(';');
  return kinds[type.trim()] ?? '';
}
