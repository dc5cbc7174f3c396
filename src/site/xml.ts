/** What XML 1.0 cannot hold in any way, also not as a character reference: most controls, lone surrogates, U+FFFE and U+FFFF. */
const forbidden =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the very characters to be dropped
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

const references: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
};

/** A text without the characters that would make an XML file unreadable. */
export function dropForbidden(text: string): string {
  return text.replace(forbidden, "");
}

/** A text for the content or a double-quoted attribute of XML and HTML. */
export function escapeMarkup(text: string): string {
  return dropForbidden(text).replace(/[&<>"]/g, (sign) => references[sign] ?? sign);
}
