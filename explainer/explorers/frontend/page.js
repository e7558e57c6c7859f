// A page without a kernel: a stand-in model for each explorer, and the story read once for all.

/** What explorers need of a widget's model, and nothing more. */
function standIn(values) {
  const listeners = new Map();
  return {
    get: (name) => values[name],
    set(name, value) {
      values[name] = value;
      for (const listener of listeners.get(`change:${name}`) ?? []) listener();
    },
    on(event, listener) {
      listeners.set(event, (listeners.get(event) ?? new Set()).add(listener));
    },
    off: (event, listener) => listeners.get(event)?.delete(listener),
    save_changes() {},
  };
}

/** Texts that were deflated to save room; none where the browser cannot inflate. */
async function unpacked(id) {
  try {
    const bytes = Uint8Array.from(atob(document.getElementById(id).textContent), (c) => c.charCodeAt(0));
    return JSON.parse(await new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate"))).text());
  } catch {
    return {};
  }
}

/** The wide picture and the table stand in the page already: they are taken over, not drawn again. */
function takeOver(chart, narrow) {
  const wide = document.getElementById(`${chart.id}-wide`);
  const cells = (row) => [...row.cells].map((cell) => cell.textContent);
  const rows = [...wide.closest("figure").querySelectorAll("tr")].map(cells);
  return { ...chart, wide, narrow, headers: rows[0] ?? [], rows: rows.slice(1) };
}

/** Wake every explorer of the page. */
async function wake(explorers) {
  const shared = JSON.parse(document.getElementById("facts").textContent);
  const narrow = await unpacked("narrow");
  for (const { id, name, data, view = {} } of shared.explorers) {
    const charts = Object.values(data.charts ?? {}).map((chart) => [chart.id, takeOver(chart, narrow[chart.id])]);
    const values = { ...shared.traits, data: { story: shared.story, ...data, charts: Object.fromEntries(charts) }, selection: nothing(), view };
    explorers[name].render({ model: standIn(values), el: document.getElementById(`explorer-${id}`) });
  }
  document.documentElement.dataset.ready = "true";
}
