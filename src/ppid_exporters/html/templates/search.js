"use strict";
/* Finds rows of long tables. Without this script the whole table stands there, and no field to type in. */
for (const box of document.querySelectorAll(".search")) {
  const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  const field = box.querySelector("input"), said = box.querySelector("[role=status]");
  const rows = [...box.parentElement.querySelectorAll("tbody tr")];
  const texts = rows.map((row) => plain([...row.cells].map((cell) => cell.textContent).join(" ")));
  let waiting;
  const search = () => {
    const words = plain(field.value).split(/\s+/).filter(Boolean);
    const isFound = texts.map((text) => words.every((word) => text.includes(word)));
    rows.forEach((row, at) => { row.hidden = !isFound[at]; });
    const found = isFound.filter(Boolean).length.toLocaleString(document.documentElement.lang);
    clearTimeout(waiting);  /* told once after the last letter, not at each: it is read aloud */
    waiting = setTimeout(() => { said.textContent = words.length ? said.dataset.words.replace("{found}", found) : ""; }, 300);
  };
  field.addEventListener("input", search);
  field.addEventListener("keydown", (event) => {
    if (event.key === "Escape") { field.value = ""; search(); }
  });
  addEventListener("pageshow", search);  /* a browser that comes back keeps what was typed */
  box.hidden = false;
}
