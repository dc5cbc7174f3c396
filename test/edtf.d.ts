/** The part of the package that the tests call; it has no declarations of its own. */
declare module "edtf" {
  /** Reads an EDTF string; throws when it is none. */
  export function parse(text: string): unknown;
}
