// Keys: / to search, j and k to the next and the last note or entry, Enter opens as everywhere.

const STOPS = ".notes .number, .list h2 a, .conflicts .said a, .statements .said a, .timeline a.serif, .wordings .meta a, .people .person, .review a.item";

/** @param {Document} page */
export function keys(page) {
  page.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, textarea, select, [contenteditable]")) return;
    if (event.key === "/") {
      event.preventDefault();
      page.getElementById("find")?.focus();
    } else if (event.key === "j" || event.key === "k") {
      const stops = [...page.querySelectorAll(STOPS)];
      const here = stops.indexOf(page.activeElement);
      const next = here < 0 ? (event.key === "j" ? 0 : stops.length - 1) : here + (event.key === "j" ? 1 : -1);
      stops[next]?.focus();
    }
  });
}
