// What the build makes of the table of wording: a language is read when it is first spoken.
declare module "*.csv" {
  const table: Record<import("./table").Language, () => Record<string, string>>;
  export default table;
}
