// A story's facts with the look-ups that explorers need. Offsets are code points, as in Python.

/** The facts of a story with indexes; `model.get("data").story` or an empty story. */
function storyOf(model, t) {
  const facts = model.get("data")?.story ?? { text: "", blocks: [], sentences: [] };
  const list = (kind) => facts[kind] ?? [];
  const kinds = ["actors", "quotations", "times", "events", "reactions", "claims"];
  const records = new Map(kinds.flatMap((kind) => list(kind).map((record) => [record.id, { kind, record }])));
  const slice = slicer(facts.text);
  const story = {
    facts,
    list,
    slice,
    get: (id) => records.get(id)?.record,
    kindOf: (id) => records.get(id)?.kind,
    name: (id) => records.get(id)?.record.name ?? records.get(id)?.record.label ?? id,
    quotationsOf: (actor) => list("quotations").filter((q) => q.actor === actor && !q.scare),
    eventsOf: (actor) => list("events").filter((e) => [...(e.participants ?? []), ...(e.source ?? [])].includes(actor)),
    reactionsOf: (actor) => list("reactions").filter((r) => r.actor === actor),
    mentionsOf: (actor) => (story.get(actor)?.mentions ?? []).map(([s, e]) => [s, e]),
    sentence: (span) => sentenceAt(facts.sentences, span),
    paragraph: (at) => facts.blocks.find(([, s, e]) => s <= at && at < e)?.[3] ?? 0,
    place: (span) => {
      const number = story.paragraph(span[0]);
      return number ? t("paragraph", { n: number }) : t("outside-paragraphs");
    },
  };
  return story;
}

/** A function that cuts a text by code points, quick where the text has no astral characters. */
function slicer(text) {
  if (!/[\ud800-\udfff]/.test(text)) return (start, end) => text.slice(start, end);
  const points = Array.from(text);
  return (start, end) => points.slice(start, end).join("");
}

function sentenceAt(sentences, [start, end]) {
  const touched = sentences.filter(([s, e]) => s < end && start < e);
  if (!touched.length) return [start, end];
  return [Math.min(start, touched[0][0]), Math.max(end, touched[touched.length - 1][1])];
}

/** The words that prove a record, as spans. */
function evidenceOf(record) {
  return record.evidence ?? (record.span ? [record.span] : []);
}

/** What picking a record selects: ids, and the spans that prove it. */
function selectionOf(story, id) {
  const record = story.get(id);
  const kind = story.kindOf(id);
  const picked = nothing();
  if (!record) return picked;
  if (kind in picked) picked[kind] = [id];
  if (kind === "reactions") {
    if (record.actor) picked.actors = [record.actor];
    if (story.kindOf(record.target) === "events") picked.events = [record.target];
  }
  if (kind !== "actors") picked.spans = evidenceOf(record);
  return picked;
}

/** Whether an event falls in a selected window of time. */
function inWindow(event, window) {
  const { earliest, latest } = event.when ?? {};
  if (!window || (!earliest && !latest)) return false;
  const from = momentOf(earliest ?? latest);
  const to = momentOf(latest ?? earliest, true);
  return from <= momentOf(window[1], true) && to >= momentOf(window[0]);
}

/** Every record that a selection touches, as a set of ids: what stays bright while the rest steps back. */
function touched(story, selection) {
  const ids = new Set([...selection.actors, ...selection.events, ...selection.quotations]);
  const events = new Set(selection.events);
  for (const event of story.list("events")) if (inWindow(event, selection.window)) events.add(event.id);
  for (const id of events) {
    ids.add(id);
    const event = story.get(id);
    for (const actor of [...(event?.participants ?? []), ...(event?.source ?? [])]) ids.add(actor);
  }
  for (const actor of selection.actors) {
    for (const record of [...story.quotationsOf(actor), ...story.eventsOf(actor), ...story.reactionsOf(actor)]) ids.add(record.id);
    for (const claim of story.list("claims")) if ((claim.source_chain ?? []).includes(actor)) ids.add(claim.id);
  }
  for (const id of selection.quotations) if (story.get(id)?.actor) ids.add(story.get(id).actor);
  for (const reaction of story.list("reactions")) {
    if (events.has(reaction.target) || ids.has(reaction.quotation)) {
      ids.add(reaction.id);
      if (events.has(reaction.target) && reaction.actor) ids.add(reaction.actor);
    }
  }
  return ids;
}

/** The ranges of the article that a selection lights up. */
function litSpans(story, selection) {
  const spans = [...selection.spans];
  for (const id of selection.actors) {
    spans.push(...story.mentionsOf(id), ...story.quotationsOf(id).flatMap((q) => q.content));
  }
  for (const id of [...selection.events, ...selection.quotations]) spans.push(...evidenceOf(story.get(id) ?? {}));
  for (const event of story.list("events")) if (inWindow(event, selection.window)) spans.push(...evidenceOf(event));
  const unique = new Map(spans.map((span) => [span.join("-"), [span[0], span[1]]]));
  return [...unique.values()].sort((a, b) => a[0] - b[0] || b[1] - a[1]);
}
