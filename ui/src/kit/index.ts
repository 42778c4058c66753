// Small parts that every screen is made of, under one name. What only some screens need is asked for by its own file,
// and is read with them.
export { ClauseChip } from "./chips";
export { CloseButton } from "./closebutton";
export { Connector } from "./connector";
export { CoverageBar, Glyph } from "./coverage";
export { Dialog } from "./dialog";
export { Empty } from "./empty";
export { DayField, Field, SelectField, TextField } from "./fields";
export { Kbd, useKey } from "./keys";
export { Loaded } from "./loaded";
export { Logo } from "./logo";
export { Problem } from "./problem";
export { Segments } from "./segments";
export { Standing } from "./standing";
export { Working } from "./working";
