/** Sanitized HTML of an introduction; nothing when it is empty. */
export function Prose({ html }: { html: string }) {
  if (html === "") return null;
  // Made and sanitized where Markdown is rendered
  return <div class="prose introduction" dangerouslySetInnerHTML={{ __html: html }} />;
}
