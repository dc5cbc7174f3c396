/** What the archive says of itself, between two stars. */
export function Motto({ text }: { text: string }) {
  return (
    <p class="footer-name">
      ✦ <bdi>{text}</bdi> ✦
    </p>
  );
}
