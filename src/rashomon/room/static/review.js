// The review page with the keyboard: keys press the buttons of the look that is current; what is selected becomes a part.
import { selected } from "./selection.js";

const PARTS = { Digit1: "source", Digit2: "cue", Digit3: "content" };

/** The look that has the focus, or the selection, or was current before; else the first. */
function current(page) {
  const at = page.activeElement?.closest?.("[data-look]") ?? getSelection()?.anchorNode?.parentElement?.closest("[data-look]");
  return at ?? page.querySelector("[data-look].now") ?? page.querySelector("[data-look]");
}

/** Make what is selected in a look's text one of its parts; with `more`, one more piece of it. */
function take(look, part, more) {
  const text = look?.querySelector(".context");
  const field = look?.querySelector(`[data-part="${part}"]`);
  const found = text && selected(text);
  if (!found || !field) return false;
  const place = `${found.start}-${found.end}`;
  field.value = more && field.value && field.value !== "none" ? `${field.value} ${place}` : place;
  look.querySelector("details.mend").open = true;
  return true;
}

/** @param {Document} page */
export function review(page) {
  const list = page.querySelector("ol.review");
  if (!list) return;
  list.addEventListener("focusin", (event) => {
    for (const look of list.querySelectorAll(".now")) look.classList.remove("now");
    event.target.closest("[data-look]")?.classList.add("now");
  });
  for (const button of list.querySelectorAll("[data-set]")) {
    // Pressing must not take the selection away first.
    button.addEventListener("pointerdown", (event) => event.preventDefault());
    button.addEventListener("click", () => take(button.closest("[data-look]"), button.dataset.set, false));
  }
  for (const name of list.querySelectorAll('input[name="name"][data-key]')) {
    name.addEventListener("keydown", (event) => {
      if (event.key !== "Enter") return;
      event.preventDefault();
      name.form.requestSubmit(name.form.querySelector('button[value="speaker"]'));
    });
  }
  for (const field of list.querySelectorAll("[data-part]")) {
    field.addEventListener("keydown", (event) => {
      if (event.key !== "Enter") return;
      event.preventDefault();
      field.form.requestSubmit(field.form.querySelector('button[value="mend"]'));
    });
  }
  page.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, textarea, select, [contenteditable]")) return;
    if (event.code in PARTS) {
      if (take(current(page), PARTS[event.code], event.shiftKey)) event.preventDefault();
      return;
    }
    const within = event.key === "u" ? page : current(page);
    const control = /^[a-z]$/.test(event.key) ? within?.querySelector(`[data-key="${event.key}"]`) : null;
    if (!control) return;
    event.preventDefault();
    if (control.matches("button")) control.click();
    else if (control.matches("summary")) {
      control.parentElement.open = true;
      control.parentElement.querySelector("[data-part='content']").focus();
    } else control.focus();
  });
  if (!page.activeElement || page.activeElement === page.body) list.querySelector("a.item")?.focus({ preventScroll: true });
}
