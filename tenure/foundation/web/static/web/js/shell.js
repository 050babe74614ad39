// The shell of every page: theme, toasts, the palette.
const root = document.documentElement;

function isDark() {
  if (root.dataset.theme) return root.dataset.theme === "dark";
  return matchMedia("(prefers-color-scheme: dark)").matches;
}

document.addEventListener("click", (event) => {
  if (event.target.closest("[data-theme-toggle]")) {
    root.dataset.theme = isDark() ? "light" : "dark";
    localStorage.setItem("theme", root.dataset.theme);
  }
  if (event.target.closest("[data-dismiss]")) event.target.closest(".toast").remove();
  if (event.target.closest("[data-palette]")) openPalette();
});
setTimeout(() => document.querySelectorAll(".toast").forEach((toast) => toast.remove()), 10_000);

// A form that is on its way is not sent twice.
document.addEventListener("submit", (event) => {
  const button = event.target.querySelector("button[type=submit]");
  if (button && event.target.method === "post") setTimeout(() => (button.disabled = true));
});
addEventListener("pageshow", () => {
  document.querySelectorAll("form button[disabled]").forEach((button) => (button.disabled = false));
});

// The palette: a native dialog with an ARIA combobox inside.
const palette = document.querySelector("dialog.palette");
const field = palette?.querySelector("input");
let current = 0;

const options = () => [...palette.querySelectorAll("[role=option]")].filter((option) => !option.hidden);

function openPalette() {
  if (!palette || palette.open) return;
  palette.showModal();
  field.value = "";
  field.dispatchEvent(new Event("input"));
}

function mark(place) {
  const all = options();
  current = all.length ? (place + all.length) % all.length : 0;
  palette.querySelectorAll("[role=option]").forEach((option) => option.setAttribute("aria-selected", "false"));
  const option = all[current];
  if (!option) return field.removeAttribute("aria-activedescendant");
  option.setAttribute("aria-selected", "true");
  field.setAttribute("aria-activedescendant", option.id);
  option.scrollIntoView({ block: "nearest" });
}

function go(option) {
  if (option) location.href = option.dataset.href;
}

if (palette) {
  field.addEventListener("input", () => {
    const words = field.value.toLowerCase();
    for (const option of palette.querySelectorAll("#palette-list > [role=option]")) {
      option.hidden = !option.textContent.toLowerCase().includes(words);
    }
    mark(0);
  });
  field.addEventListener("keydown", (event) => {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      mark(current + (event.key === "ArrowDown" ? 1 : -1));
    }
    if (event.key === "Enter") {
      event.preventDefault();
      go(options()[current]);
    }
  });
  palette.addEventListener("click", (event) => {
    if (event.target === palette) palette.close();
    go(event.target.closest("[role=option]"));
  });
  document.addEventListener("htmx:afterSwap", (event) => {
    if (event.target.id === "palette-found") mark(0);
  });
  addEventListener("keydown", (event) => {
    if ((event.metaKey || event.ctrlKey) && event.key.toLowerCase() === "k") {
      event.preventDefault();
      palette.open ? palette.close() : openPalette();
    }
  });
}
