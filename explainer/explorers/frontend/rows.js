// The rows of a drawn timeline, laid out anew: without some, zoomed to a window, in lanes, with the time of the report.

const BAR = 8;
const GAP = 10;
const BESIDE = 16;
const LETTER = 6.6;
const HOUR = 3600000;

/** Where the picture's axis lies now, in its own units and in time; null where it has none. */
function axisOf({ dataset: { axis, axisFrom, axisTo } }) {
  if (!axis) return null;
  const [left, right] = axis.split(" ").map(Number);
  return scaleOf(left, right, momentOf(axisFrom), momentOf(axisTo));
}

function scaleOf(left, right, from, to) {
  return {
    left, right, from, to,
    timeAt: (x) => from + ((Math.min(Math.max(x, left), right) - left) / (right - left)) * (to - from),
    xOf: (time) => left + Math.min(Math.max((time - from) / (to - from), 0), 1) * (right - left),
  };
}

/** Minutes since the epoch as an ISO date without a zone. */
function isoOf(time) {
  return new Date(time).toISOString().slice(0, 16);
}

/**
 * The rows of one picture. `arrange({kept, window, lane, said})` keeps the rows of some events; stretches the axis over
 * a window; puts rows under the words that `lane(event)` gives; adds when each was said.
 */
function timelineRows({ t, story }, picture) {
  const marks = [...picture.querySelectorAll(":scope > [data-record]")];
  const axis = axisOf(picture);
  const asDrawn = { ...picture.dataset };
  const box = picture.getAttribute("viewBox");
  let drawn = null;
  let extra = [];
  let moved = [];

  const add = (parent, before, node) => {
    parent.insertBefore(node, before);
    extra.push(node);
    return node;
  };
  const move = (node, x, y) => {
    node.setAttribute("transform", `translate(${x} ${y})`);
    moved.push(node);
  };
  const hide = (node) => {
    node.classList.add("is-gone");
    moved.push(node);
  };
  function reset() {
    for (const node of extra) node.remove();
    for (const node of moved) {
      node.removeAttribute("transform");
      node.classList.remove("is-gone");
    }
    [extra, moved] = [[], []];
    Object.assign(picture.dataset, asDrawn);
    picture.setAttribute("viewBox", box);
  }
  function arrange({ kept, window = null, lane = null, said = false }) {
    if (!drawn && !picture.getClientRects().length) return;
    drawn ??= measureRows(picture, marks, story);
    reset();
    const zoom = window && axis ? scaleOf(12, axis.right, momentOf(window[0]), momentOf(window[1], true)) : null;
    const rows = drawn.rows.filter(({ event }) => event && kept.has(event.id) && (!zoom || inWindow(event, window)));
    for (const { mark, event } of drawn.rows) if (!rows.some((row) => row.event === event)) hide(mark);
    if (rows.length === drawn.rows.length && !zoom && !lane && !said) return;
    let y = drawn.top;
    for (const [words, group] of inLanes(rows, (row) => (lane ? lane(row.event) : zoom ? "" : row.heading))) {
      if (words) {
        fit(add(picture, null, svg("text", { class: "xp-lane", x: 4, y: y + 13, "font-weight": "bold" }, words)), picture.viewBox.baseVal.width - 8);
        y += 24;
      }
      for (const row of group) {
        y = zoom ? stretch(row, y, zoom) : shift(row, y);
        if (said && row.event.reported) y = report(row, y, zoom ?? axis);
        y += GAP;
      }
    }
    decorate(y, zoom);
    const { width } = picture.viewBox.baseVal;
    picture.setAttribute("viewBox", `0 0 ${width} ${y + 4}`);
  }
  /** A row as it was drawn, at another height. */
  function shift(row, y) {
    move(row.mark, 0, y - row.top);
    row.at = row.words.x;
    return y + row.height;
  }
  /** A row on the stretched axis: the words after the bar, before it, or over it where neither leaves room. */
  function stretch(row, y, scale) {
    const { earliest, latest } = row.event.when;
    let [from, to] = [earliest ? scale.xOf(momentOf(earliest)) : scale.left, latest ? scale.xOf(momentOf(latest, true)) : scale.right];
    if (to - from < 6) [from, to] = from > scale.right - 6 ? [scale.right - 6, scale.right] : [from, from + 6];
    const { width, height } = row.words;
    const wide = picture.dataset.size === "wide";
    const places = [to + BESIDE, from - BESIDE - width].filter((x) => wide && x >= scale.left && x + width <= scale.right);
    const [beside] = places;
    row.at = beside ?? Math.max(scale.left, Math.min(from, scale.right - width));
    for (const part of row.parts) move(part, row.at - row.words.x, y - row.words.y);
    for (const bar of row.bars) hide(bar);
    const middle = beside === undefined ? y + height + 4 + BAR / 2 : y + 9;
    const look = row.bars[0]?.cloneNode() ?? svg("path", { class: "f-tint s-accent" });
    look.setAttribute("d", earliest && latest ? boxPath(from, middle, to) : `M${from} ${middle}L${to} ${middle}`);
    look.classList.remove("is-gone");
    look.classList.add("xp-bar");
    add(row.mark, row.mark.querySelector("path"), look);
    return Math.max(y + height, middle + BAR / 2);
  }
  /** When it was said, in words and, where the axis holds it, as a dashed bar of its own. */
  function report(row, y, scale) {
    const { earliest, latest } = row.event.reported;
    const words = `${t("reported-when")}: ${period(t, row.event.reported)}`;
    const x = Math.max(4, Math.min(row.at + row.indent, picture.viewBox.baseVal.width - words.length * LETTER));
    add(picture, null, svg("text", { class: "xp-said f-soft", x, y: y + 12, "font-size": 11.5 }, words));
    const [from, to] = [earliest ? momentOf(earliest) : -Infinity, latest ? momentOf(latest, true) : Infinity];
    if (!scale || from >= scale.to || to <= scale.from) return y + 15;
    const [left, right] = [scale.xOf(from), scale.xOf(to)];
    add(picture, null, svg("path", { class: "xp-said s-soft", d: boxPath(left, y + 19 + BAR / 2, Math.max(right, left + 6)), "stroke-dasharray": "4 3" }));
    return y + 19 + BAR;
  }
  /** The grid, as long as the rows are; on a stretched axis, a new one. */
  function decorate(bottom, zoom) {
    const { base, behind } = drawn;
    if (!zoom) {
      const share = (bottom - base) / (drawn.bottom - base);
      for (const node of behind) {
        if (node.localName === "path") node.setAttribute("transform", `matrix(1 0 0 ${share} 0 ${base * (1 - share)})`);
        moved.push(node);
      }
      for (const node of drawn.headings) hide(node);
      return;
    }
    for (const node of [...behind, ...drawn.headings]) hide(node);
    Object.assign(picture.dataset, { axis: `${zoom.left} ${zoom.right}`, axisFrom: isoOf(zoom.from), axisTo: isoOf(zoom.to) });
    const ticks = ticksOf(zoom, t.tick);
    add(picture, marks[0], svg("g", { class: "xp-axis" },
      svg("path", { class: "s-line", d: ticks.map(({ x }) => `M${x} ${base}L${x} ${bottom}`).join("") }),
      svg("path", { class: "s-soft", d: `M${zoom.left} ${base}L${zoom.right} ${base}` }),
      ticks.filter(({ words }) => words).map(({ x, words }) => svg("text", { class: "f-soft", x: x + 2, y: base - 5, "font-size": 11.5 }, words)),
    ));
  }
  return { arrange };
}

/** Cut words that are wider than their room. */
function fit(text, room) {
  let letters = Array.from(text.textContent);
  for (let width = text.getComputedTextLength(); width > room && letters.length > 1; width = text.getComputedTextLength()) {
    letters = letters.slice(0, Math.floor((letters.length * room) / width) - 1);
    text.textContent = `${letters.join("")}…`;
  }
}

/** The rows under the words of each lane, in the order in which they come. */
function inLanes(rows, laneOf) {
  const lanes = new Map();
  for (const row of rows) {
    const words = laneOf(row);
    lanes.set(words, [...(lanes.get(words) ?? []), row]);
  }
  return [...lanes];
}

function boxPath(left, middle, right) {
  return `M${left} ${middle - BAR / 2}L${right} ${middle - BAR / 2} ${right} ${middle + BAR / 2} ${left} ${middle + BAR / 2}z`;
}

/** Each row with its parts and boxes, and what stands around the rows. */
function measureRows(picture, marks, story) {
  const rows = marks.map((mark) => {
    const box = mark.getBBox();
    const texts = [...mark.querySelectorAll("text")];
    const sign = texts[0]?.previousElementSibling;
    const parts = [sign, ...texts].filter(Boolean);
    return {
      mark, parts, words: boxAround(parts), indent: texts[0] ? texts[0].getBBox().x - boxAround(parts).x : 0, top: box.y, height: box.height,
      event: story.get(mark.dataset.record), bars: [...mark.querySelectorAll("path")].filter((path) => path !== sign),
    };
  });
  const others = [...picture.children].filter((node) => !node.dataset.record && node.localName !== "rect").map((node) => ({ node, box: node.getBBox() }));
  const grid = others.filter(({ node, box }) => node.localName === "path" && box.height > 1);
  const top = Math.min(...rows.map((row) => row.top));
  const base = grid.length ? Math.min(...grid.map(({ box }) => box.y)) : top;
  const onAxis = ({ node, box }) => grid.some((other) => other.node === node) || (box.y >= base - 20 && box.y + box.height <= base + 4);
  const headings = others.filter(({ node, box }) => node.localName === "text" && box.y > base);
  for (const row of rows) row.heading = headings.filter(({ box }) => box.y < row.top).at(-1)?.node.textContent ?? "";
  return {
    rows, base,
    top: Math.min(top, ...headings.map(({ box }) => box.y)),
    bottom: Math.max(base + 1, ...grid.map(({ box }) => box.y + box.height)),
    behind: others.filter(onAxis).map(({ node }) => node),
    headings: headings.map(({ node }) => node),
  };
}

function boxAround(nodes) {
  const boxes = nodes.map((node) => node.getBBox());
  const [x, y] = [Math.min(...boxes.map((b) => b.x)), Math.min(...boxes.map((b) => b.y))];
  return { x, y, width: Math.max(...boxes.map((b) => b.x + b.width)) - x, height: Math.max(...boxes.map((b) => b.y + b.height)) - y };
}

/** Where the units of a stretch of time begin, each with words if they fit: hours, days, months or years. */
function ticksOf(scale, say) {
  const width = scale.right - scale.left;
  const steps = [...[1, 2, 3, 6, 12, 24, 48, 168].map((n) => [n, hoursFrom]), ...[1, 2, 3, 6, 12, 24, 60, 120, 600, 1200].map((n) => [n, monthsFrom])];
  for (const [step, ticks] of steps) {
    const unit = ticks === hoursFrom ? (step < 24 ? "hour" : "day") : step < 12 ? "month" : "year";
    const most = ticks === hoursFrom ? (scale.to - scale.from) / (step * HOUR) : (scale.to - scale.from) / (step * 730 * HOUR);
    if (most > width / 30) continue;
    const found = ticks(scale.from, scale.to, step).map((time) => ({ x: scale.xOf(time), words: say(time, unit) }));
    const room = Math.max(...found.map(({ words }) => words.length), 1) * LETTER + 6;
    if (found.length * room > width + room && step < 1200) continue;
    return found.map((tick) => (tick.x + room <= scale.right + 6 ? tick : { ...tick, words: "" }));
  }
  return [];
}

function hoursFrom(from, to, step) {
  const ticks = [];
  for (let time = Math.ceil(from / (step * HOUR)) * step * HOUR; time < to; time += step * HOUR) ticks.push(time);
  return ticks;
}

function monthsFrom(from, to, step) {
  const begin = new Date(from);
  const first = Math.ceil((begin.getUTCFullYear() * 12 + begin.getUTCMonth()) / step) * step;
  const ticks = [];
  for (let month = first, time = monthAt(month); time < to; time = monthAt((month += step))) if (time >= from) ticks.push(time);
  return ticks;
}

/** Milliseconds at the beginning of a month, counted from the year 0. */
function monthAt(month) {
  return new Date(0).setUTCFullYear(Math.floor(month / 12), month % 12, 1);
}
