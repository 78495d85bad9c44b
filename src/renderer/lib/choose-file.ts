/** Lets the reader choose a file in the system's own dialog. */

/** `accept` as in HTML: '.opml,.xml'. `chosen` is called with the file; when nothing is chosen it is not called. */
export function chooseFile(accept: string, chosen: (file: File) => void): void {
  const input = document.createElement('input');
  input.type = 'file';
  input.accept = accept;
  input.onchange = () => {
    const [file] = input.files ?? [];
    if (file) chosen(file);
  };
  input.click();
}
