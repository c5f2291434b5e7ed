// A note lights up its words, and words their notes, under the pointer and in focus.

/** @param {ParentNode} page */
export function lightNotes(page) {
  const words = new Map();
  for (const piece of page.querySelectorAll("[data-notes]")) {
    for (const number of piece.dataset.notes.split(" ").filter(Boolean)) {
      if (!words.has(number)) words.set(number, []);
      words.get(number).push(piece);
    }
  }
  const light = (number, on) => {
    for (const piece of words.get(number) ?? []) piece.classList.toggle("lit", on);
  };
  for (const note of page.querySelectorAll("[data-note]")) {
    for (const [name, on] of [["pointerenter", true], ["pointerleave", false], ["focusin", true], ["focusout", false]]) {
      note.addEventListener(name, () => light(note.dataset.note, on));
    }
  }
  for (const [number, pieces] of words) {
    const note = page.querySelector(`[data-note="${number}"]`);
    for (const piece of pieces) {
      piece.addEventListener("pointerenter", () => note?.classList.add("lit"));
      piece.addEventListener("pointerleave", () => note?.classList.remove("lit"));
    }
  }
}
