// What a page does beyond being read: nothing here is needed to read it, find in it, or follow it.
import { lightNotes } from "./notes.js";
import { keys } from "./keys.js";
import { linkToSelection } from "./selection.js";
import { review } from "./review.js";

lightNotes(document);
keys(document);
review(document);
for (const text of document.querySelectorAll("article.text")) linkToSelection(text);
