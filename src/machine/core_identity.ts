// Which core this is: a hash of its sources, put in place of the text below when a bundle is written (tools/build/identity.ts).
// Boot images and recordings carry it. Sources that run unbundled keep the text, and fit only each other.

/** As long as the hash that replaces it. */
export const CORE_IDENTITY = "@core-identity@of-unbundled-sources@@@@@@@@@@@@@@@@@@@@@@@@@@@@@";
