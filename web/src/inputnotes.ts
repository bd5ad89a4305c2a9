// What the inputs mean. It loads later (laterpart.ts): a first view says none of it, and it is a tenth of what that would load.
import notes from "./generated/notes.json";

export const inputNotes: { readonly [input: string]: string } = notes;
