import { frameOf, type InLanguage, inLanguage, type PageProps } from "../context.ts";

/** A name in its own language and direction, so that it moves nothing around it. */
export function Isolated({ page, context, own, text }: PageProps & { own: InLanguage; text: string }) {
  return <bdi {...inLanguage(own, frameOf({ page, context }))}>{text}</bdi>;
}
