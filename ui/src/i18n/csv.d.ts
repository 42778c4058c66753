// What the build makes of the table of wording: one module for each language.
declare module "*.csv?en" {
  const words: Record<string, string>;
  export default words;
}
declare module "*.csv?de" {
  const words: Record<string, string>;
  export default words;
}
