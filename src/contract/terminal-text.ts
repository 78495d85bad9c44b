/**
 * What a terminal may be given of a text from outside. A title can hold escape sequences, which rename the window, put text
 * on the clipboard or write over what stands there, and marks that turn the order of letters round, so that an address
 * reads as another. Every shell that prints goes through here.
 */

/** C0 but for tab and line feed, delete, C1, and the marks that embed, override and isolate a direction (UAX 9). */
const unfit = /[\0-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]/g;
const hidden = /[\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g;
const turning = /[\u202a-\u202e\u2066-\u2069]/g;
const lineEnds = /\r\n?|[\v\f\x85\u2028\u2029]/g;

/** Text of several lines: what a terminal would obey is shown as U+FFFD, and directions are left to the letters themselves. */
export function terminalText(text: string): string {
  return text.replace(lineEnds, '\n').replace(turning, '').replace(unfit, '\ufffd');
}

/** As terminalText, in one line: a title cannot begin another that looks like ours. */
export function terminalLine(text: string): string {
  return terminalText(text).replace(/\n+/g, ' ');
}

/** JSON of the same value, whatever its spacing, with those characters as escapes: nothing is lost. */
export function terminalJson(json: string): string {
  // below U+0020 JSON has escapes already
  return json.replace(hidden, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** XML of the same document, with those characters as references. Below U+0020 it has only white space. */
export function terminalXml(xml: string): string {
  return xml.replace(hidden, (character) => `&#${character.charCodeAt(0)};`);
}
