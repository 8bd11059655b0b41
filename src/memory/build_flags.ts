// What this build watches. The bundler puts other values here for the checked and the traced build; the branches that
// a false flag guards then vanish from the bundle.

/** Each access and each allocation is checked against a shadow of the memory (checked.ts). */
export const CHECKED = false as boolean;
/** Each load and store is reported (traced.ts). */
export const TRACED = false as boolean;
