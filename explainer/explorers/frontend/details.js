// What is known about one record, with the words that prove it, and the way to where they stand.

/** The sentences that hold some words, each with its words marked and its place. */
function proofOf({ t, story }, spans) {
  const sentences = [];
  for (const span of [...spans].sort((a, b) => a[0] - b[0])) {
    const [start, end] = story.sentence(span);
    const last = sentences[sentences.length - 1];
    if (last && start < last.end) Object.assign(last, { end: Math.max(end, last.end), spans: [...last.spans, span] });
    else sentences.push({ start, end, spans: [span] });
  }
  return sentences.map(({ start, end, spans: inside }) => h("blockquote", { class: "xp-proof", dir: "auto" },
    h("p", {}, marked(story, start, end, inside, "mark")), h("p", { class: "xp-place" }, story.place([start, end]))));
}

/** A stretch of the article in which some ranges are wrapped in an element. */
function marked(story, start, end, spans, tag, attributes = {}) {
  const parts = [];
  let at = start;
  for (const [s, e] of [...spans].sort((a, b) => a[0] - b[0])) {
    if (s < at || e > end) continue;
    parts.push(story.slice(at, s), h(tag, attributes, story.slice(s, e)));
    at = e;
  }
  return [...parts, story.slice(at, end)];
}

/**
 * The panel beside or below a view. `open(id)` fills it and says so; Esc or Close returns to where it was opened from.
 * `more(id)` may add what only one explorer knows.
 */
function detailsPanel(context, { more = () => null, home = () => {} } = {}) {
  const { t, side, story, say, body } = context;
  let opened = null;
  const box = h("div", { class: "xp-details", role: "group", "aria-label": t("details"), tabindex: "-1", hidden: true });
  side.append(box);
  const close = () => {
    box.hidden = true;
    side.classList.remove("is-open");
    opened = null;
  };
  box.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    event.stopPropagation();
    home();
  });
  return {
    box,
    close,
    opened: () => opened,
    /** Where something stands, for `open`; to be asked before the page changes, when that costs nothing. */
    spot(anchor) {
      const [edge] = anchor?.getClientRects() ?? [];
      const from = edge ? body.getBoundingClientRect().top : 0;
      return { beside: edge ? edge.top - from : 0, below: edge ? edge.bottom + 6 - from : 0 };
    },
    /** Fill the panel, beside or right below a spot, so that nobody has to look for it; `enter` moves the focus into it. */
    open(id, { enter = false, spot = { beside: 0, below: 0 } } = {}) {
      if (!story.get(id)) return close();
      const shut = h("button", { type: "button", class: "xp-close", "aria-label": t("close"), onclick: () => { close(); home(); } }, "×");
      const inside = !box.hidden && box.contains(document.activeElement);
      box.replaceChildren(shut, ...record(context, id), more(id) ?? "", showButton(context, id, box));
      box.hidden = false;
      side.classList.add("is-open");
      opened = id;
      if (!inside) for (const [name, at] of Object.entries(spot)) box.style.setProperty(`--xp-${name}`, `${Math.max(0, Math.round(at))}px`);
      if (enter) box.focus({ preventScroll: true });
      if (enter) box.scrollIntoView({ block: "nearest" });
      if (!enter) say(t("shown", { name: summary(context, id) }), false);
    },
  };
}

function showButton({ t, story, link, say }, id, box) {
  const spans = story.kindOf(id) === "actors" ? firstProof(story, id) : evidenceOf(story.get(id));
  if (!spans.length) return "";
  const button = h("button", { type: "button", class: "xp-show" }, t("show-in-article"));
  button.addEventListener("click", async () => {
    const shown = await link.show(spans, () => (box.isConnected && !box.hidden ? button : box).focus());
    if (!shown) say(t("article-not-here"));
  });
  return button;
}

function firstProof(story, id) {
  const actor = story.get(id);
  return actor.evidence?.length ? actor.evidence.slice(0, 2) : story.mentionsOf(id).slice(0, 1);
}

/** One line about a record, as a screen reader hears it. */
function summary({ t, story }, id) {
  const record = story.get(id);
  const kind = story.kindOf(id);
  const who = (actor) => (actor ? story.name(actor) : t("nobody-named"));
  if (kind === "actors") return [record.name, record.role].filter(Boolean).join(", ");
  if (kind === "quotations") return t("summary.quotation", { form: t(`form.${record.form}`), who: who(record.actor) });
  if (kind === "events") return `${record.label} (${t(`modality.${record.modality}`)})`;
  if (kind === "reactions") return t("summary.reaction", { who: who(record.actor), stance: t(`stance.${record.stance}`), what: target(story, record) });
  if (kind === "claims") return t("summary.claim", { words: story.slice(...record.span) });
  return story.slice(...record.span);
}

function target(story, record) {
  const found = story.get(record.target);
  if (!found) return record.target ?? "";
  return found.name ?? found.label ?? story.slice(...(found.span ?? found.content[0]));
}

function record(context, id) {
  const { t, story } = context;
  const found = story.get(id);
  const kind = story.kindOf(id);
  const makers = { actors: actorFacts, quotations: quotationFacts, times: timeFacts, events: eventFacts, reactions: reactionFacts, claims: claimFacts };
  const { title, facts } = makers[kind](context, found);
  const spans = kind === "actors" ? firstProof(story, id) : evidenceOf(found);
  return [
    h("p", { class: "xp-kind" }, t(`kind.${kind}`)),
    h("p", { class: "xp-title", dir: "auto" }, title),
    h("dl", {}, facts.filter(([, value]) => value).map(([name, value]) => h("div", {}, h("dt", {}, t(name)), h("dd", { dir: "auto" }, value)))),
    ...proofOf(context, spans),
  ];
}

/** Names of records as buttons that pick them. */
function names({ story, pickRecord }, ids) {
  return (ids ?? []).map((id, i) => [
    i ? ", " : "",
    story.get(id) ? h("button", { type: "button", class: "xp-name", onclick: () => pickRecord?.(id) }, story.name(id)) : h("bdi", {}, id),
  ]);
}

function actorFacts(context, actor) {
  const { t, story } = context;
  const said = story.quotationsOf(actor.id).length;
  return {
    title: actor.name,
    facts: [
      ["role", actor.role],
      ["also-called", actor.aliases?.length ? t.list(actor.aliases) : ""],
      ["stands-for", actor.stands_for ? story.name(actor.stands_for) : ""],
      ["mentioned", t("times", { n: actor.mentions?.length ?? 0 })],
      ["speaks", said ? t("times", { n: said }) : t("not-quoted")],
    ],
  };
}

function quotationFacts(context, quotation) {
  const { t, story } = context;
  return {
    title: quotation.content.map((span) => story.slice(...span)).join(" … "),
    facts: [
      ["speaker", quotation.actor ? names(context, [quotation.actor]) : t(quotation.scare ? "nobody-speaks" : "nobody-named")],
      ["form", t(`form.${quotation.form}`)],
      ["said-to", quotation.addressee ? names(context, [quotation.addressee]) : ""],
      ["channel", quotation.channel],
      ["translated", quotation.translated ? t("yes") : ""],
    ],
  };
}

function timeFacts({ t, story }, time) {
  return { title: story.slice(...time.span), facts: [["means", period(t, time)]] };
}

/** An interval in words, or that the article does not say. */
function period(t, when) {
  if (!when?.earliest && !when?.latest) return t("not-said");
  if (!when.earliest) return t("up-to", { to: t.date(when.latest) });
  if (!when.latest) return t("from-on", { from: t.date(when.earliest) });
  return t.range(when.earliest, when.latest);
}

function eventFacts(context, event) {
  const { t } = context;
  return {
    title: event.label,
    facts: [
      ["did-it-happen", t(`modality.${event.modality}`)],
      ["when", period(t, event.when)],
      ["reported-when", event.reported ? period(t, event.reported) : ""],
      ["who-says-so", event.source?.length ? names(context, event.source) : t("report-itself")],
      ["where", event.where ? names(context, [event.where]) : ""],
      ["who-takes-part", event.participants?.length ? names(context, event.participants) : ""],
      ["comes-after", event.after?.length ? names(context, event.after) : ""],
    ],
  };
}

function reactionFacts(context, reaction) {
  const { t, story } = context;
  return {
    title: summary(context, reaction.id),
    facts: [
      ["who", reaction.actor ? names(context, [reaction.actor]) : t("nobody-named")],
      ["stance", t(`stance.${reaction.stance}`)],
      ["to-what", story.get(reaction.target)?.content || !reaction.target ? target(story, reaction) : names(context, [reaction.target])],
      ["in-words", reaction.quotation ? (story.get(reaction.quotation)?.content ?? []).map((s) => story.slice(...s)).join(" … ") : ""],
      ["in-deeds", reaction.act ? story.slice(...reaction.act) : ""],
    ],
  };
}

function claimFacts(context, claim) {
  const { t, story } = context;
  return {
    title: story.slice(...claim.span),
    facts: [
      ["how-do-they-know", t(`basis.${claim.basis}`)],
      ["comes-from", claim.source_chain?.length ? names(context, claim.source_chain) : t("report-itself")],
      ["how-sure", t(`certainty.${claim.certainty}`)],
      ["careful-words", claim.hedges?.length ? t.list(claim.hedges.map((s) => story.slice(...s))) : ""],
      ["backed-by", claim.supported_by?.length ? names(context, claim.supported_by) : ""],
      ["disputed-by", claim.disputed_by?.length ? names(context, claim.disputed_by) : ""],
    ],
  };
}
