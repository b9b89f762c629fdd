/** Control characters become spaces: no format that we write can carry them. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
export const printable = (text: string): string => text.replace(/[\u0000-\u001f\u007f\ufffe\uffff]/gu, " ")
