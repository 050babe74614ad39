// Tips on charts: the nearest mark says its numbers. The table under the chart holds the same ones.
const REACH = 40;

function nearest(marks, x) {
  let best = null;
  let distance = REACH;
  for (const mark of marks) {
    const box = mark.getBoundingClientRect();
    const away = Math.abs(box.left + box.width / 2 - x);
    if (away < distance) [best, distance] = [mark, away];
  }
  return best;
}

for (const figure of document.querySelectorAll("figure[data-plot]")) {
  const tip = Object.assign(document.createElement("div"), { className: "tip", hidden: true });
  tip.setAttribute("aria-hidden", "true");
  figure.append(tip);
  let lit = null;

  const clear = () => {
    lit?.classList.remove("on");
    tip.hidden = true;
  };
  figure.addEventListener("pointermove", (event) => {
    clear();
    const plot = [...figure.querySelectorAll("svg.plot")].find((svg) => svg.getBoundingClientRect().width);
    lit = plot && nearest(plot.querySelectorAll("[data-tip]"), event.clientX);
    if (!lit) return;
    lit.classList.add("on");
    const [mark, frame] = [lit.getBoundingClientRect(), figure.getBoundingClientRect()];
    tip.textContent = lit.dataset.tip;
    tip.hidden = false;
    const half = tip.offsetWidth / 2;
    const x = mark.left + mark.width / 2 - frame.left;
    tip.style.left = `${Math.max(half, Math.min(frame.width - half, x))}px`;
    tip.style.top = `${mark.top - frame.top}px`;
  });
  figure.addEventListener("pointerleave", clear);
}
