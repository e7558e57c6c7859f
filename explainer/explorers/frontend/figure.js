// A figure with one tab stop: arrows move among its marks, Enter opens the proof, Esc comes back.

const NEAR = 150;

/**
 * Make one of many elements the only tab stop. `stops()` gives those that can be reached now, in order.
 * Left and right follow that order; up and down go to the nearest stop above or below; Home and End to the ends.
 */
function roving(host, stops, { enter = () => {}, leave = () => {}, focus = () => {} }) {
  let current = null;
  const become = (stop) => {
    if (current === stop) return;
    current?.setAttribute("tabindex", "-1");
    current = stop;
    current?.setAttribute("tabindex", "0");
  };
  const refresh = () => {
    const all = stops();
    if (!current || !all.includes(current)) become(all[0] ?? null);
    return all;
  };
  const go = (stop) => {
    become(stop);
    stop.focus({ preventScroll: true });
    stop.scrollIntoView({ block: "nearest", inline: "nearest" });
  };
  const next = (key, all, at) => {
    if (key === "Home") return all[0];
    if (key === "End") return all[all.length - 1];
    if (key === "ArrowUp" || key === "ArrowDown") return nearestStop(all.slice(Math.max(0, at - NEAR), at + NEAR), all[at], key === "ArrowDown" ? 1 : -1);
    const forward = (key === "ArrowRight") !== (getComputedStyle(host).direction === "rtl");
    return all[at + (forward ? 1 : -1)];
  };
  host.addEventListener("keydown", (event) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const stop = event.target;
    if (event.key === "Escape") return leave(stop);
    const all = refresh();
    const at = all.indexOf(stop);
    if (at < 0 && /^Arrow/.test(event.key)) {
      event.preventDefault();
      const after = all.find((other) => stop.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING);
      if (after) go(after);
    }
    if (at < 0) return;
    if (event.key === "Enter" || event.key === " ") {
      event.preventDefault();
      enter(stop);
    } else if (/^(Arrow(Up|Down|Left|Right)|Home|End)$/.test(event.key)) {
      event.preventDefault();
      const to = next(event.key, all, at);
      if (to) go(to);
    }
  });
  host.addEventListener("focusin", (event) => {
    if (stops().includes(event.target)) {
      become(event.target);
      focus(event.target);
    }
  });
  refresh();
  return { refresh, go, current: () => current };
}

function nearestStop(all, from, sign) {
  const centre = (stop) => {
    const box = stop.getClientRects()[0] ?? stop.getBoundingClientRect();
    return [box.left + Math.min(box.width, 60) / 2, box.top + box.height / 2];
  };
  const [x, y] = centre(from);
  let best = null;
  let least = Infinity;
  for (const stop of all) {
    const [sx, sy] = centre(stop);
    const down = (sy - y) * sign;
    const cost = down * 3 + Math.abs(sx - x);
    if (down > 4 && cost < least) [best, least] = [stop, cost];
  }
  return best;
}

/** A drawn picture: parsed, never run. In a static page it stands there already. */
function picture(source) {
  if (source instanceof Element) return source;
  const parsed = new DOMParser().parseFromString(source, "image/svg+xml").documentElement;
  if (parsed.localName !== "svg") return svg("svg");
  for (const node of [parsed, ...parsed.querySelectorAll("*")]) {
    if (/^(script|foreignObject|iframe|image|a|animate|set)$/i.test(node.localName)) node.remove();
    for (const { name, value } of [...node.attributes]) {
      if (/^on/i.test(name) || (/href$/i.test(name) && !value.startsWith("#"))) node.removeAttribute(name);
    }
  }
  return document.importNode(parsed, true);
}

/**
 * A chart as an explorer uses it: both pictures in place (a container query shows one), marks that answer to
 * mouse and keyboard. `pick(mark, byKeyboard, part)` is a click or Enter; `leave()` is Esc.
 */
function chartFigure({ helpId }, chart, { pick, leave = () => {} }) {
  const pictures = [["wide", chart.wide], ["narrow", chart.narrow]]
    .filter(([, source]) => source)
    .map(([size, source]) => {
      const node = picture(source);
      node.classList.add("xp-svg", `xp-${size}`);
      for (const name of ["role", "aria-label", "aria-labelledby", "aria-describedby"]) node.removeAttribute(name);
      node.setAttribute("focusable", "false");
      return node;
    });
  const marks = new Map(pictures.map((node) => [node, [...node.querySelectorAll("[data-record]")]]));
  for (const mark of [...marks.values()].flat()) {
    mark.setAttribute("tabindex", "-1");
    mark.setAttribute("role", "button");
  }
  const tip = h("div", { class: "xp-tip", "aria-hidden": "true", hidden: true });
  const host = h("div", { class: "xp-chart", role: "group", "aria-label": `${chart.title}. ${chart.alt}`, "aria-describedby": helpId }, pictures, tip);
  const node = h("figure", { class: "xp-figure" }, host, h("figcaption", {}, chart.caption));
  let onScreen = pictures[0];
  const seen = () => onScreen;
  const stops = () => (marks.get(seen()) ?? []).filter((mark) => !mark.matches(".is-gone, .is-off"));
  const move = roving(host, stops, { enter: (mark) => pick(mark, true), leave, focus: (mark) => hint(host, tip, mark, true) });
  followPointer(host, tip, pick);
  const sizes = new ResizeObserver((entries) => {
    onScreen = entries.find((entry) => entry.contentRect.width)?.target ?? onScreen;
    figure.arrange();
    move.refresh();
  });
  for (const each of pictures) sizes.observe(each);
  host.addEventListener("focusout", () => unhint(host, tip));
  /** `arrange` is called when a picture comes into sight; an explorer may put its own there. */
  const figure = { node, host, pictures, seen, stops, move, arrange: () => {}, ...emphasis(pictures, marks, move) };
  return figure;
}

/** Mouse and touch: a mark, or the row of words in whose room the pointer is. */
function followPointer(host, tip, pick) {
  const markAt = (event) => event.target.closest?.("[data-record]") ?? rowAt(host, event.clientX, event.clientY);
  host.addEventListener("click", (event) => {
    const mark = markAt(event);
    if (mark) pick(mark, false, event.target.closest("[data-span]"));
  });
  const hover = oncePerFrame((event) => {
    const mark = markAt(event);
    host.classList.toggle("is-over", Boolean(mark));
    if (mark) hint(host, tip, mark, false);
    else unhint(host, tip);
  });
  host.addEventListener("pointermove", hover);
  host.addEventListener("pointerleave", () => hover({ target: host, clientX: -1, clientY: -1 }));
}

/** The smallest mark with words whose box holds a point. */
function rowAt(host, x, y) {
  let best = null;
  let least = Infinity;
  for (const mark of host.querySelectorAll("[data-record]:not(.is-gone, .is-off)")) {
    const box = mark.getBoundingClientRect();
    const size = box.width * box.height;
    if (x >= box.left && x <= box.right && y >= box.top - 2 && y <= box.bottom + 2 && size < least && mark.querySelector("text")) [best, least] = [mark, size];
  }
  return best;
}

/** Which marks stay bright, step back, or leave. */
function emphasis(pictures, marks, move) {
  const all = [...marks.values()].flat();
  return {
    /** The marks of some records stay bright while the others step back; where none is among them, all are alike. */
    light(ids) {
      let any = false;
      for (const mark of all) {
        const on = ids !== null && ids.has(mark.dataset.record);
        any ||= on;
        mark.classList.toggle("is-on", on);
      }
      for (const node of pictures) node.classList.toggle("is-picking", any);
    },
    /** Marks that a filter leaves out step far back and are no stops. */
    mute(out) {
      for (const mark of all) mark.classList.toggle("is-off", out(mark));
      move.refresh();
    },
  };
}

function hint(host, tip, mark, ring) {
  const frame = host.getBoundingClientRect();
  const box = mark.getBoundingClientRect();
  tip.textContent = mark.querySelector("text") ? "" : (mark.getAttribute("aria-label") ?? "");
  tip.hidden = !tip.textContent;
  const left = Math.min(Math.max(0, box.left - frame.left), Math.max(0, frame.width - tip.offsetWidth - 4));
  const above = box.top - frame.top - tip.offsetHeight - 8;
  tip.style.transform = `translate(${left}px, ${above > 0 ? above : box.bottom - frame.top + 8}px)`;
  if (ring) ringAround(mark);
}

function unhint(host, tip) {
  tip.hidden = true;
  if (!host.contains(document.activeElement)) for (const old of host.querySelectorAll(".xp-ring")) old.remove();
}

/** A visible focus for an SVG mark: outlines are not painted alike everywhere, a rectangle is. */
function ringAround(mark) {
  const picture = mark.ownerSVGElement;
  for (const old of picture.parentNode.querySelectorAll(".xp-ring")) old.remove();
  const inverse = picture.getScreenCTM()?.inverse();
  if (!inverse) return;
  const box = mark.getBoundingClientRect();
  const from = new DOMPoint(box.left, box.top).matrixTransform(inverse);
  const to = new DOMPoint(box.right, box.bottom).matrixTransform(inverse);
  const slack = 3 * inverse.a;
  picture.append(svg("rect", {
    class: "xp-ring", x: from.x - slack, y: from.y - slack, rx: slack,
    width: to.x - from.x + 2 * slack, height: to.y - from.y + 2 * slack,
  }));
}
