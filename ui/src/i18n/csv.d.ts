// What the build makes of the table of wording.
declare module "*.csv" {
  const table: Record<import("./table").Language, Record<string, string>>;
  export default table;
}
