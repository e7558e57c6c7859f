// The same facts in other shapes: as a table, as a picture, as text.

/** The "More" menu of a view: its own extra controls first, then the other shapes. */
function moreMenu(context, { controls = [], charts = [], tables = () => [], text = null, onopen = () => {} }) {
  const { t } = context;
  const place = h("div", { class: "xp-shapes" });
  const shape = (key, make) => {
    const button = h("button", { type: "button", class: "xp-toggle", "aria-pressed": "false" }, t(key));
    button.addEventListener("click", () => {
      const open = button.getAttribute("aria-pressed") !== "true";
      for (const other of menu.querySelectorAll(".xp-shape [aria-pressed]")) other.setAttribute("aria-pressed", "false");
      button.setAttribute("aria-pressed", String(open));
      place.replaceChildren(...(open ? make() : []));
    });
    return button;
  };
  const buttons = h("div", { class: "xp-shape", role: "group", "aria-label": t("other-shapes") },
    shape("as-table", () => tables().map((table) => tableOf(context, table))),
    shape("as-text", () => [textBox(context, text ? text() : tables().map(tableText).join("\n\n"))]),
    charts.length ? [saveButton(context, "save-svg", charts, saveSvg), saveButton(context, "save-png", charts, savePng)] : [],
  );
  const menu = h("details", { class: "xp-more" }, h("summary", {}, t("more")), h("div", { class: "xp-more-in" }, controls, buttons, place));
  menu.addEventListener("toggle", () => menu.open && onopen());
  return menu;
}

function tableOf({ t }, { title, headers, rows }) {
  const id = freshId("table");
  return h("div", { class: "xp-scroll", role: "region", tabindex: "0", "aria-labelledby": id },
    h("table", {}, h("caption", { id }, title || t("as-table")),
      h("thead", {}, h("tr", {}, headers.map((head) => h("th", { scope: "col" }, head)))),
      h("tbody", {}, rows.map((row) => h("tr", {}, row.map((cell) => h("td", { dir: "auto" }, cell)))))));
}

function tableText({ title, headers, rows }) {
  return [title, headers.join(" | "), ...rows.map((row) => row.join(" | "))].filter(Boolean).join("\n");
}

function textBox({ t, say }, words) {
  const box = h("textarea", { readonly: true, rows: 8, "aria-label": t("as-text") });
  box.value = words;
  const copy = h("button", { type: "button", class: "xp-button" }, t("copy"));
  copy.addEventListener("click", async () => {
    box.select();
    try {
      await navigator.clipboard.writeText(words);
    } catch {
      document.execCommand("copy");
    }
    say(t("copied"));
  });
  return h("div", { class: "xp-text-box" }, box, copy);
}

function saveButton({ t, say }, key, charts, save) {
  const button = h("button", { type: "button", class: "xp-button" }, t(key));
  button.addEventListener("click", async () => {
    for (const chart of charts.filter((c) => c.node.getClientRects().length)) {
      try {
        await save(chart);
        say(t("saved"));
      } catch {
        say(t("not-saved"));
      }
    }
  });
  return button;
}

/** What a picture gets from style sheets, and what stands in it where nothing is said. */
const STYLES = { fill: "rgb(0, 0, 0)", stroke: "none", "fill-opacity": "1", "stroke-opacity": "1", "stroke-width": "1px", "paint-order": "normal", opacity: "1", display: "inline", "font-family": "", "font-size": "", "font-weight": "400" };
const OWN = ["opacity", "display"];

/** The picture that is on the screen, as a file of its own: classes become the styles they stand for. */
function standalone(node) {
  const box = node.getBoundingClientRect();
  const paper = getComputedStyle(node.closest(".xp")).backgroundColor;
  const copy = node.cloneNode(true);
  styleAs(node, copy, STYLES);
  for (const ring of copy.querySelectorAll(".xp-ring")) ring.remove();
  copy.setAttribute("width", Math.round(box.width));
  copy.setAttribute("height", Math.round(box.height));
  copy.style.background = paper;
  return { source: new XMLSerializer().serializeToString(copy), width: box.width, height: box.height };
}

/** Give a copy the styles that its original has and that its parent does not hand down. */
function styleAs(original, copy, above) {
  const computed = getComputedStyle(original);
  const styles = Object.fromEntries(Object.keys(STYLES).map((name) => [name, computed.getPropertyValue(name)]));
  const own = Object.entries(styles).filter(([name, value]) => value !== (OWN.includes(name) ? STYLES : above)[name]);
  for (const name of ["class", "style", ...Object.keys(STYLES)]) copy.removeAttribute(name);
  if (own.length) copy.setAttribute("style", own.map((pair) => pair.join(":")).join(";"));
  if (styles.display === "none") return;
  [...original.children].forEach((child, i) => child.localName !== "title" && styleAs(child, copy.children[i], styles));
}

function saveSvg(chart) {
  saveFile(new Blob([standalone(chart.seen()).source], { type: "image/svg+xml" }), `${chart.id}.svg`);
}

async function savePng(chart) {
  const { source, width, height } = standalone(chart.seen());
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(source)}`;
  await image.decode();
  const canvas = h("canvas", { width: Math.round(width * 2), height: Math.round(height * 2) });
  canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
  // Not toBlob: a busy browser puts that off for a second or more.
  const bytes = Uint8Array.from(atob(canvas.toDataURL("image/png").split(",")[1]), (sign) => sign.charCodeAt(0));
  saveFile(new Blob([bytes], { type: "image/png" }), `${chart.id}.png`);
}

/** Hand a file to the reader's browser. */
function saveFile(blob, name) {
  const url = URL.createObjectURL(blob);
  const anchor = h("a", { href: url, download: name });
  document.body.append(anchor);
  anchor.click();
  anchor.remove();
  setTimeout(() => URL.revokeObjectURL(url), 10000);
}
