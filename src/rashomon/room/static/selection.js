// Characters of a report, counted as the ledger counts them: Unicode code points of its text.

/** How many of the report's characters a node of its text stands for. */
function length(node) {
  if (node.nodeType === Node.TEXT_NODE) return [...node.data].length;
  if (node.dataset?.chars !== undefined) return Number(node.dataset.chars);
  if (node.classList?.contains("ref")) return 0;
  return [...node.childNodes].reduce((sum, child) => sum + length(child), 0);
}

/** The character of the report at a place in the page, or null where it is not in the text. */
export function characterAt(node, offset) {
  const piece = (node.nodeType === Node.TEXT_NODE ? node.parentElement : node).closest("[data-start]");
  if (!piece) return null;
  let at = Number(piece.dataset.start);
  const walk = (parent) => {
    if (parent === node) {
      if (node.nodeType === Node.TEXT_NODE) at += [...node.data.slice(0, offset)].length;
      else for (const child of [...node.childNodes].slice(0, offset)) at += length(child);
      return true;
    }
    if (parent.nodeType === Node.TEXT_NODE || parent.dataset?.chars !== undefined) {
      at += length(parent);
      return false;
    }
    return [...parent.childNodes].some(walk);
  };
  walk(piece);
  return at;
}

/** Start and end of what is selected in a report's text, or null. */
export function selected(text) {
  const selection = getSelection();
  if (!selection || selection.isCollapsed || !selection.rangeCount) return null;
  const range = selection.getRangeAt(0);
  if (!text.contains(range.commonAncestorContainer)) return null;
  const start = characterAt(range.startContainer, range.startOffset);
  const end = characterAt(range.endContainer, range.endOffset);
  return start === null || end === null || start >= end ? null : { start, end };
}

/** Offers an address of the characters that are selected. */
export function linkToSelection(text) {
  const offer = document.createElement("p");
  offer.className = "selection";
  offer.hidden = true;
  offer.setAttribute("role", "status");
  const link = document.createElement("a");
  offer.append(link);
  document.body.append(offer);
  document.addEventListener("selectionchange", () => {
    const found = selected(text);
    offer.hidden = found === null;
    if (found) {
      link.href = `/report/${text.dataset.report}?at=${found.start}-${found.end}#at`;
      link.textContent = `Link to characters ${found.start}–${found.end}`;
    }
  });
}
