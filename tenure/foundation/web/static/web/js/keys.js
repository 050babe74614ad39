// Keys of one letter. They are off while somebody types, in dialogs, and when turned off on the page "You".

const PAUSE = 900;
let prefix = "";

const isBusy = (event) =>
  event.metaKey || event.ctrlKey || event.altKey ||
  event.target.closest("input:not([type=checkbox]), textarea, select, [contenteditable], dialog") ||
  localStorage.getItem("keys") === "off";

function move(step) {
  const rows = [...document.querySelectorAll(".list .who a")];
  const place = rows.indexOf(document.activeElement);
  const next = place < 0 ? 0 : Math.max(0, Math.min(rows.length - 1, place + step));
  rows[next]?.focus();
}

function select() {
  const row = document.activeElement.closest("tr");
  row?.querySelector(".pick input")?.click();
}

// A letter that a button of the page goes by. Where rows are chosen and none is, it is about the row in focus.
function press(key) {
  const button = document.querySelector(`[data-key="${key}"]`);
  if (button?.form?.querySelector(".pick") && !button.form.querySelector(".pick input:checked")) select();
  button?.click();
}

const ACTIONS = {
  j: () => move(1),
  k: () => move(-1),
  x: select,
  s: () => press("s"),
  a: () => press("a"),
  d: () => press("d"),
  t: () => press("t"),
  z: () => press("z"),
  "/": () => document.querySelector("[data-palette]")?.click(),
  "?": () => document.querySelector("dialog.keys")?.showModal(),
  e: () => document.querySelector("[data-edit]")?.click(),
  "[": () => document.querySelector("[rel=prev]")?.click(),
  "]": () => document.querySelector("[rel=next]")?.click(),
  g: () => {
    prefix = "g";
    setTimeout(() => (prefix = ""), PAUSE);
  },
};

addEventListener("keydown", (event) => {
  if (isBusy(event)) return;
  if (prefix === "g") {
    prefix = "";
    const target = document.querySelector(`[data-go="${CSS.escape(event.key)}"]`);
    if (target) return target.click();
  }
  const action = ACTIONS[event.key];
  if (!action) return;
  event.preventDefault();
  action();
});

for (const box of document.querySelectorAll("[data-keys-switch]")) {
  box.checked = localStorage.getItem("keys") !== "off";
  box.addEventListener("change", () => localStorage.setItem("keys", box.checked ? "on" : "off"));
}
